using FeedApi.Rendering;
using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Html.Plain;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Settings;
using Xunit;

namespace FeedApi.Tests.Rendering.Html;

/// <summary>Plain HTML is read without a tree, and gives what a tree gives; the program <c>shortcut</c> compares millions more.</summary>
public sealed class PlainHtmlTests
{
    private const string Page = "https://example.org/2022/tide.html";

    [Theory]
    [InlineData("")]
    [InlineData("tide")]
    [InlineData(" \n<p>tide &amp; moon &lt;3 &quot;x&quot; &#39;y&#39; a>b &nbsp;\u00a0</p>\n ")]
    [InlineData("<p></p><p>a</p><p> </p></p>b")]
    [InlineData("<p><center><img src=\"https://img.example.net/a.jpg\" alt=\" \"  width=\"550\"  style=\"x:y\"  /></center>潮</p>")]
    [InlineData("<p>春潮<script>var a=1;</script></p>\n<p>落潮<style>p { color: red }</style></p>")]
    [InlineData("<p><script></script></p>a")]
    [InlineData("<p><a href=\"https://example.net/a\" target=\"_blank\" onclick=\"return t()\" title=\"x\">a</a></p>")]
    [InlineData("<p><a rel=\"me\" href=\"https://example.net/a\">a</a> <a href=\"/b\">b</a> <a href=\"c.pdf#p=1\">c</a> <a>d</a></p>")]
    [InlineData("<p><a href=\"https://example.net/?a=1&amp;b=2\">https://example.net/?a=1&amp;b=2</a> .</p>")]
    [InlineData("<p><a href=\"/a\">https://example.org/a</a></p>")]
    [InlineData("<p>https://example.net/?a=1&amp;b=2</p><p>https://example.net/a b</p>")]
    [InlineData("<p><a href=\"http://www.example.net/\">www.<b>example</b>.net/</a></p><p>x <a href=\"https://example.net/\">y</a></p>")]
    [InlineData("<p><a href=\"mailto:a@example.net\">a@example.net</a></p>")]
    [InlineData("<h2 id=\"潮汐\">潮汐</h2><h3 id=\"a-b\" class=\"x\">a</h3><p id=\"c\">c</p><h1>d</h1>")]
    [InlineData("<pre><code class=\"a language-c b\">\nx\n  y\n</code></pre><pre>\n\nz</pre><pre>\n<b>z</b></pre>")]
    [InlineData("<ul>\n<li>a</li>\n<li><p>b</p>\n<ol start=\"3\"><li>c<br>d</li></ol>\n</li>\n</ul><dl><dt>e</dt><dd>f</dd></dl>")]
    [InlineData("<table><thead><tr><th style=\"text-align: right\">a</th></tr></thead>\n<tbody><tr><td>b</td></tr></tbody></table>")]
    [InlineData("<blockquote><p>a</p></blockquote><hr />")]
    [InlineData("<figure><img src=\"x.png\" alt=\"A &lt;B&gt;\"><figcaption>c</figcaption></figure>")]
    [InlineData("<p>a</p><!--more--><p>b</p>")]
    [InlineData("<p>a <!-- excerpt --> b</p>")]
    [InlineData("<p>a <a href=\"https://example.net/\">https://example.net/</a><script>b</script></p>")]
    [InlineData("<details><summary>a</summary><p>b</p></details><address>c</address>")]
    [InlineData("<p>a<ul><li>b</li></ul>c</p>d")]
    public void Plain_html_gives_what_a_tree_gives(string html)
    {
        var plain = ReadPlain(html);

        Assert.NotNull(plain);
        Assert.Equivalent(ReadTree(html), plain, strict: true);
    }

    [Theory]
    [InlineData("<p>a & b</p>")]
    [InlineData("<p>&notin;</p>")]
    [InlineData("<P>a</P>")]
    [InlineData("<p class=a>b</p>")]
    [InlineData("<p>a<b>c</p>d</b>")]
    [InlineData("<p>a")]
    [InlineData("<p><b><div>a</div></b></p>")]
    [InlineData("<a href=\"/x\"><a href=\"/y\">a</a></a>")]
    [InlineData("<table><tr><td>a</td></tr></table>")]
    [InlineData("<table>a</table>")]
    [InlineData("<ul><p>a</p></ul>")]
    [InlineData("<li>a</li>")]
    [InlineData("<font>a</font>")]
    [InlineData("<p title=\"a\" title=\"b\">c</p>")]
    [InlineData("<script>if (a<b) c();</script>")]
    [InlineData("<p>a\r\nb</p>")]
    [InlineData("<p>a<!-- b --></p>")]
    [InlineData("<p><a href=\"#b\">a</a></p>")]
    [InlineData("<p><a href=\"" + Page + "#b\">a</a></p>")]
    [InlineData("<p><a href=\"javascript:b\">a</a></p>")]
    [InlineData("<p><a href=\"a&amp;#58;b\">a</a></p>")]
    [InlineData("<p><a href=\"@/posts/b.md\">a</a></p>")]
    [InlineData("<p><a id=\"fnref:1\" href=\"/b\">a</a></p>")]
    [InlineData("<img alt=\"a\">")]
    [InlineData("<img src=\"a.png\" srcset=\"b.png 2x\">")]
    [InlineData("<img data-src=\"a.png\" src=\"b.png\">")]
    [InlineData("<h2 id=\"b\">a</h2><img src=\"#b\">")]
    [InlineData("<p><a rel=\"&amp;{b}\" href=\"/b\" title=\"b\">a</a></p>")]
    [InlineData("<p><a href=\"/b\"><script>c</script>https://example.net/</a></p>")]
    [InlineData("<iframe src=\"https://example.net/\"></iframe>")]
    [InlineData("<p>厚\n德</p>")]
    [InlineData("<p>a</p><frameset>")]
    public void Any_other_html_is_left_to_the_tree(string html) => Assert.Null(ReadPlain(html));

    [Fact]
    public void Html_near_a_limit_of_the_guard_is_left_to_the_tree()
    {
        Assert.Null(ReadPlain(new string('a', 70_000)));
        Assert.Null(ReadPlain(string.Concat(Enumerable.Repeat("<p>a</p>", 600))));
        Assert.Null(ReadPlain(string.Concat(Enumerable.Repeat("<div>", 40)) + string.Concat(Enumerable.Repeat("</div>", 40))));
    }

    // Else it would be refused by one way and not by the other.
    [Fact]
    public void The_dearest_plain_html_is_far_from_the_limits_of_the_guard()
    {
        string[] formatting = ["a", "b", "code", "em", "i", "s", "small", "strike", "strong", "u"];
        var html = string.Concat(formatting.Select(name => $"<{name}>")) + string.Concat(Enumerable.Repeat("<p>a</p>", 489))
            + string.Concat(formatting.Reverse().Select(name => $"</{name}>"));

        Assert.Equivalent(ReadTree(html), ReadPlain(html), strict: true);
    }

    [Fact]
    public void Sites_that_trust_or_strip_read_everything_by_way_of_a_tree()
    {
        Assert.Null(ReadPlain("<p>a</p>", Sample.Site with { Trust = TrustLevel.Author }));
        Assert.Null(ReadPlain("<p>a</p>", Sample.Site with { Strip = new StripRules([], ["a"]) }));
    }

    [Fact]
    public void Links_to_files_are_noted()
    {
        var linked = new LinkedFiles(Sample.Site, "_posts/2022-04-19-spring-tide.md", hasBundle: false);

        Assert.NotNull(PlainReader.Read("<p><a href=\"/files/tide.pdf#p=1\">a</a></p>", Addresses(linked), separatorComment: null));

        Assert.Contains("files/tide.pdf", Assert.Single(linked.Keys), StringComparison.OrdinalIgnoreCase);
    }

    private static AddressResolver Addresses(LinkedFiles? linked = null) => new(Sample.Site, Page) { Linked = linked };

    private static Body? ReadPlain(string html, SiteConfig? site = null) =>
        new BodyReader(site ?? Sample.Site).ReadPlain(html, Addresses(), "excerpt");

    private static Body ReadTree(string html) =>
        new BodyReader(Sample.Site).ReadTree(html, Addresses(), "excerpt", new BodyReport(html));
}

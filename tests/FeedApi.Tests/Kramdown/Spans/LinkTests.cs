using Xunit;

namespace FeedApi.Tests.Kramdown.Spans;

/// <summary>Links, images and footnotes by kramdown's rules.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData("[a](http://x.com/a_(b)) [c](/d(e)f)", "<p><a href=\"http://x.com/a_(b)\">a</a> <a href=\"/d(e)f\">c</a></p>")]
    [InlineData(
        "[a][1] [b][] [c] [d] [2]\n\n[1]: http://a.com\n[b]: <http://b.com> \"title\"\n[c]: http://c.com 'x'\n"
            + "[2]: http://d.com\n  \"next line title\"",
        "<p><a href=\"http://a.com\">a</a> <a href=\"http://b.com\" title=\"title\">b</a> [c] "
            + "<a href=\"http://d.com\" title=\"next line title\">d</a></p>")]
    [InlineData("[a][b] [c] [d](e [f", "<p>[a][b] [c] [d](e [f</p>")]
    [InlineData(
        "fix ([#1037][], [#2]) text\n\n[#1037]: https://github.com/x\n[#2]: https://y",
        "<p>fix (<a href=\"https://github.com/x\">#1037</a>, <a href=\"https://y\">#2</a>) text</p>")]
    [InlineData("text here [a]\n[a]: http://x.com", "<p>text here [a]\n[a]: http://x.com</p>")]
    [InlineData("text [a]\n\n- item\n[a]: http://x.com", "<p>text [a]</p>\n<ul>\n<li>item\n[a]: http://x.com</li>\n</ul>")]
    [InlineData("- item [a]\n\n  [a]: http://x.com", "<ul>\n<li>\n<p>item <a href=\"http://x.com\">a</a></p>\n</li>\n</ul>")]
    [InlineData(
        "[*a* `b`](/c) [a [b] c](/d) [a ![i](/i.png) b](/e)",
        "<p><a href=\"/c\"><em>a</em> <code>b</code></a> <a href=\"/d\">a [b] c</a> <a href=\"/e\">a "
            + "<img src=\"/i.png\" alt=\"i\" /> b</a></p>")]
    [InlineData(
        "![alt *x*](/a.png \"t\") ![b][i]\n\n[i]: /b.png",
        "<p><img src=\"/a.png\" alt=\"alt *x*\" title=\"t\" /> <img src=\"/b.png\" alt=\"b\" /></p>")]
    [InlineData(
        "<http://a.com> <me@x.org> <mailto:me@x.org> http://bare.com www.bare.com",
        "<p><a href=\"http://a.com\">http://a.com</a> <a href=\"mailto:me@x.org\">me@x.org</a> "
            + "<a href=\"mailto:me@x.org\">me@x.org</a> http://bare.com www.bare.com</p>")]
    [InlineData("text\n<http://a.com>\nmore", "<p>text\n<a href=\"http://a.com\">http://a.com</a>\nmore</p>")]
    [InlineData("text[^x]", "<p>text[^x]</p>")]
    [InlineData(
        "HTML is HTMLx and HTML.\n\n*[HTML]: Hyper Text",
        "<p><abbr title=\"Hyper Text\">HTML</abbr> is HTMLx and <abbr title=\"Hyper Text\">HTML</abbr>.</p>")]
    [InlineData("文字[^注]。\n\n[^注]: 注释", "<p>文字[^注]。</p>")]
    [InlineData("[![img](/a.png)](/b)", "<p><a href=\"/b\"><img src=\"/a.png\" alt=\"img\" /></a></p>")]
    [InlineData("[[wiki]] [a]](b) [[a](b)]", "<p>[[wiki]] [a]](b) [<a href=\"b\">a</a>]</p>")]
    [InlineData("[a\nb](/c\n\"t\")", "<p><a href=\"/c\" title=\"t\">a\nb</a></p>")]
    [InlineData("[a](/b c d)", "<p><a href=\"/b%20c%20d\">a</a></p>")]
    [InlineData("[a](/b \"t \"q\" u\")", "<p><a href=\"/b\" title=\"t &quot;q&quot; u\">a</a></p>")]
    public void A_link_is_what_kramdown_makes_of_it(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}

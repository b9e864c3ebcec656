using FeedApi.Kramdown;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Rendering.Html;

public sealed class TagRepairTests
{
    [Theory]
    [InlineData("<p>Install <your package> first.</p>", "<p>Install &lt;your package&gt; first.</p>")]
    [InlineData("<p>in <max_hosts> hosts</p>", "<p>in &lt;max_hosts&gt; hosts</p>")]
    [InlineData("<p>#include <Notify.h> and <sys/types.h></p>", "<p>#include &lt;Notify.h&gt; and &lt;sys/types.h&gt;</p>")]
    [InlineData("<p>write to <ada @ sea.example> now</p>", "<p>write to &lt;ada @ sea.example&gt; now</p>")]
    [InlineData("<p>see <http://sea.example/a></p>", "<p>see &lt;http://sea.example/a&gt;</p>")]
    [InlineData("<p><ahref=\"/x\">Hotel</a> there</p>", "<p>&lt;ahref=\"/x\"&gt;Hotel there</p>")]
    [InlineData("<p>a Vec<T> of it</p>", "<p>a Vec&lt;T&gt; of it</p>")]
    [InlineData("<p>std::vector<std::string> v</p>", "<p>std::vector&lt;std::string&gt; v</p>")]
    [InlineData("<p><unit x=\"1>2\"> and</p>", "<p>&lt;unit x=\"1&gt;2\"&gt; and</p>")]
    public void What_only_looks_like_a_tag_is_text(string html, string expected) =>
        Assert.Equal((expected, "unknown-element"), Embeds.Embeds.Of(html));

    [Theory]
    [InlineData("<p>A List<Object> is slow.</p><p>The rest.</p>", "<p>A List&lt;Object&gt; is slow.</p><p>The rest.</p>")]
    [InlineData("<p>a Map<Button> b</p><p>c</p>", "<p>a Map&lt;Button&gt; b</p><p>c</p>")]
    public void A_type_argument_swallows_nothing(string html, string expected) =>
        Assert.Equal((expected, "unknown-element"), Embeds.Embeds.Of(html));

    [Theory]
    [InlineData("<p><x-note>a</x-note> b</p>", "<p>a b</p>")]
    [InlineData("<p><stong>a</stong> b</p>", "<p>a b</p>")]
    [InlineData("<p><o:p>a</p>", "<p>a</p>")]
    [InlineData("<p><st1:place w:st=\"on\">Rome</p>", "<p>Rome</p>")]
    [InlineData("<p>a<cut/>b</p>", "<p>ab</p>")]
    [InlineData("<p><big>a</big> <font color=red>b</font> <tt>c</tt> <center>d</center></p>", "<p>a b c </p><div align=\"center\">d</div>")]
    [InlineData("<!-- <your package> --><p>a</p>", "<p>a</p>")]
    [InlineData("<p title=\"a <your package>\">b</p>", "<p title=\"a &lt;your package&gt;\">b</p>")]
    [InlineData("<p>1 < 2 <- 3 <3</p>", "<p>1 &lt; 2 &lt;- 3 &lt;3</p>")]
    [InlineData("<p>unfinished <your", "<p>unfinished </p>")]
    public void Everything_else_stays_as_it_is(string html, string expected) => Assert.Equal((expected, ""), Embeds.Embeds.Of(html));

    [Theory]
    [InlineData(
        "<p><a href=\"/a>Parts of it</a>, known as <a href=\"/b\">it</a>.</p>",
        "<p><a href=\"https://example.org/a\">Parts of it</a>, known as <a href=\"https://example.org/b\">it</a>.</p>")]
    [InlineData("<p><img src='/a.png> one <em class='x'>two</em></p>", "<p><img src=\"https://example.org/a.png\"> one <em>two</em></p>")]
    public void A_forgotten_quote_swallows_nothing(string html, string expected) =>
        Assert.Equal((expected, "unclosed-quote"), Embeds.Embeds.Of(html));

    [Theory]
    [InlineData("Only in <hosts> at a time.\n\nThe rest.", "<p>Only in &lt;hosts&gt; at a time.</p>")]
    [InlineData("Say <insert your name> aloud.", "<p>Say &lt;insert your name&gt; aloud.</p>")]
    [InlineData("Only in <mark-it>hosts</mark-it> at a time.", "<p>Only in hosts at a time.</p>")]
    public void An_end_tag_that_kramdown_adds_makes_no_element(string body, string expected)
    {
        var site = Sample.Site with { IsJekyll = true, Kramdown = KramdownOptions.Jekyll };
        var rendering = new ArticleRenderer(site).Render(Sample.Post(body));

        Assert.StartsWith(expected, rendering.Article!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_of_no_element_with_a_forgotten_quote_stays_a_tag() =>
        Assert.Equal(("<p>a  b</p>", "unclosed-quote"), Embeds.Embeds.Of("<p>a <unit href='/x> b</p><p class='c'></p>"));

    [Theory]
    [InlineData("<a href=\"/?a>b\">c</a>")]
    [InlineData("<img src=\"/a.png\" alt=\"a > b <c> d\">")]
    public void A_closed_quote_is_not_touched(string html) => Assert.Equal("", Embeds.Embeds.Of(html).Codes);
}

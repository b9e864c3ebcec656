using Xunit;

namespace FeedApi.Tests.Kramdown.Blocks;

/// <summary>Attributes and tables of contents by kramdown's rules.</summary>
public sealed class AttributeTests
{
    [Theory]
    [InlineData(
        "text\n{: .cls #id}\n\n# head\n{: .x}\n\n*em*{: .y} text{: .z}",
        "<p id=\"id\" class=\"cls\">text</p>\n<h1 id=\"head\" class=\"x\">head</h1>\n<p><em class=\"y\">em</em> text{: .z}</p>")]
    [InlineData("{: .cls}\ntext\n\n- list\n{: .c}", "<p class=\"cls\">text</p>\n<ul class=\"c\">\n<li>list</li>\n</ul>")]
    [InlineData("text {: .a } more", "<p>text {: .a } more</p>")]
    [InlineData("{:foo: .bar}\n\ntext\n{:foo}", "<p class=\"bar\">text</p>")]
    [InlineData("{::options parse_block_html=\"true\" /}\n\n<div>\n*x*\n</div>", "<div>\n<p><em>x</em></p>\n</div>")]
    public void An_attribute_is_what_kramdown_makes_of_it(string markdown, string html) =>
        Assert.Equal(html, KramdownSample.Html(markdown));
}

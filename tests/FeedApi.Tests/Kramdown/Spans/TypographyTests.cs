using Xunit;

namespace FeedApi.Tests.Kramdown.Spans;

/// <summary>Quotation marks, dashes and ellipses by kramdown's rules.</summary>
public sealed class TypographyTests
{
    [Theory]
    [InlineData(
        "\"Hello,\" she said. 'It's fine.' The '80s. \"'Quoted' words\" rock 'n' roll",
        "<p>“Hello,” she said. ‘It’s fine.’ The ’80s. “‘Quoted’ words” rock ‘n’ roll</p>")]
    [InlineData("a -- b --- c ... d .... e -----", "<p>a – b — c … d …. e —–</p>")]
    [InlineData("<< a >> <<b>> \\<<c\\>>", "<p>«\u00a0a\u00a0» «b» &lt;&lt;c&gt;&gt;</p>")]
    [InlineData("a -> b => c <- d --> e <-- f", "<p>a -&gt; b =&gt; c &lt;- d –&gt; e &lt;– f</p>")]
    [InlineData("6'2\" and 12\" pipe", "<p>6’2” and 12” pipe</p>")]
    [InlineData("> 引用：“你好”\n> —— 作者", "<blockquote>\n<p>引用：“你好”\n—— 作者</p>\n</blockquote>")]
    [InlineData("*a -- b* - c", "<p><em>a – b</em> - c</p>")]
    [InlineData("10:30 -- 11:30 'til", "<p>10:30 – 11:30 ‘til</p>")]
    public void Marks_become_what_kramdown_makes_of_them(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}

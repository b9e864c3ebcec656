using Xunit;

namespace FeedApi.Tests.Kramdown.Spans;

/// <summary>Text by kramdown's rules.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData(
        "*a* **b** ***c*** _d_ __e__ ___f___",
        "<p><em>a</em> <strong>b</strong> <strong><em>c</em></strong> <em>d</em> <strong>e</strong> <strong><em>f</em></strong></p>")]
    [InlineData("foo*bar*baz foo_bar_baz snake_case_name 2*3*4", "<p>foo<em>bar</em>baz foo_bar_baz snake_case_name 2<em>3</em>4</p>")]
    [InlineData("* a* b * c * and _ d _", "<ul>\n<li>a* b * c * and _ d _</li>\n</ul>")]
    [InlineData("*foo bar and **bold text", "<p>*foo bar and **bold text</p>")]
    [InlineData(
        "**a *b* c** *a **b** c* ***a** b* ***a* b**",
        "<p><strong>a <em>b</em> c</strong> <em>a <strong>b</strong> c</em> <strong><em>a** b</em> **<em>a</em> b</strong></p>")]
    [InlineData("这是**强调**文字，这是_斜体_文字，以及**“引号”**后面。", "<p>这是<strong>强调</strong>文字，这是_斜体_文字，以及<strong>“引号”</strong>后面。</p>")]
    [InlineData("**注意：**请看。**重点**，和*斜体*。", "<p><strong>注意：</strong>请看。<strong>重点</strong>，和<em>斜体</em>。</p>")]
    [InlineData("中文_强调_中文 和 __粗体__ 测试", "<p>中文_强调_中文 和 <strong>粗体</strong> 测试</p>")]
    [InlineData("~~gone~~ ~~ not ~~ a~~b~~c ~~a ~~b~~", "<p><del>gone</del> ~~ not ~~ a<del>b</del>c <del>a ~~b</del></p>")]
    [InlineData("`a` ``a `b` c`` `` ` `` ` a ` and ` b", "<p><code>a</code> <code>a `b` c</code> <code>`</code> ` a ` and ` b</p>")]
    [InlineData("a `b c", "<p>a `b c</p>")]
    [InlineData("`\"x\"` \"x\" `a--b` a--b", "<p><code>&quot;x&quot;</code> “x” <code>a--b</code> a–b</p>")]
    [InlineData("http://a.com/foo_bar_baz and http://x.com/a--b", "<p>http://a.com/foo_bar_baz and http://x.com/a–b</p>")]
    [InlineData(
        "&copy; &amp; &lt; AT&T &#169; &#xa9; &unknown; &nbsp;x & y &hellip;",
        "<p>© &amp; &lt; AT&amp;T © © &amp;unknown; \u00a0x &amp; y …</p>")]
    [InlineData(
        "\\*a\\* \\_b\\_ \\`c\\` \\# \\[x\\] \\\\ \\\" \\' \\- \\~ \\| \\& \\@",
        "<p>*a* _b_ `c` # [x] \\ &quot; ' - ~ | \\&amp; \\@</p>")]
    [InlineData(
        "$$a*b$$ inline $$x_1*y_1$$ and $5 and $6\n\n$$\na * b\n$$\n\nafter",
        "<p>\\(a*b\\) inline \\(x_1*y_1\\) and $5 and $6</p>\n\\[a * b\\]\n<p>after</p>")]
    [InlineData("costs $5 and $10", "<p>costs $5 and $10</p>")]
    [InlineData("https://a.com/*b*/c", "<p>https://a.com/<em>b</em>/c</p>")]
    [InlineData(
        "__init__ and __main__.py _file_name.txt_",
        "<p><strong>init</strong> and <strong>main</strong>.py <em>file_name.txt</em></p>")]
    [InlineData("5 * 3 = 15, a ** b", "<p>5 * 3 = 15, a ** b</p>")]
    [InlineData("C++ and C# and F#", "<p>C++ and C# and F#</p>")]
    [InlineData("{ a } {: } {::foo} {:bar}", "<p>{ a } {: } {::foo} {:bar}</p>")]
    [InlineData("a < b > c <= d >= e << f", "<p>a &lt; b &gt; c &lt;= d &gt;= e «\u00a0f</p>")]
    [InlineData("H<sub>2</sub>O x<sup>2</sup>", "<p>H<sub>2</sub>O x<sup>2</sup></p>")]
    [InlineData("[a](http://x.com/?a=1&b=2&copy=3)", "<p><a href=\"http://x.com/?a=1&amp;b=2&amp;copy=3\">a</a></p>")]
    [InlineData("key: value\nother: \"x\"", "<p>key: value\nother: “x”</p>")]
    public void Text_is_what_kramdown_makes_of_it(string markdown, string html) => Assert.Equal(html, KramdownSample.Html(markdown));
}

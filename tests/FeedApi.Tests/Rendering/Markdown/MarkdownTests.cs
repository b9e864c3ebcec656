using Xunit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <del>c</del></p>")]
    [InlineData("- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>")]
    [InlineData("`a<b`", "<p><code>a&lt;b</code></p>")]
    [InlineData("```csharp\nx\n```", "<pre><code class=\"language-csharp\">x\n</code></pre>")]
    [InlineData("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>")]
    [InlineData("*[HTML]: markup\n\nHTML", "<p><abbr title=\"markup\">HTML</abbr></p>")]
    [InlineData("H<sub>2</sub>O <kbd>q</kbd>", "<p>H<sub>2</sub>O <kbd>q</kbd></p>")]
    public void Markdown_becomes_clean_html(string markdown, string html) => Assert.Equal(html, Sample.Render(markdown).Html);

    [Fact]
    public void Table_cells_keep_their_alignment()
    {
        var html = Sample.Render("| a | b |\n|---|--:|\n| 1 | 2 |").Html;
        Assert.Contains("<td align=\"right\">2</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_ids_keep_chinese_and_links_to_them_are_absolute()
    {
        var html = Sample.Render("## 潮汐 表\n\n[go](#潮汐-表)").Html;
        Assert.Contains("<h2 id=\"c-潮汐-表\">", html, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"https://example.org/articles/2022-04-19-spring-tide#c-%E6%BD%AE%E6%B1%90-%E8%A1%A8\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_point_at_ids_that_exist()
    {
        var html = Sample.Render("a[^1]\n\n[^1]: note").Html;
        Assert.Contains("href=\"https://example.org/articles/2022-04-19-spring-tide#c-fn:1\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"c-fn:1\"", html, StringComparison.Ordinal);
        Assert.Contains("#c-fnref:1\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"c-fnref:1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_html_post_is_never_read_as_markdown() => Assert.Equal("<p>*a*</p>", Sample.Html("<p>*a*</p>"));
}

using CsCheck;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site.Hugo;
using FeedApi.Tests.Content;
using FeedApi.Tests.Content.Hugo;
using Xunit;

namespace FeedApi.Tests.Rendering.Shortcodes;

public sealed class ShortcodeTests
{
    private static readonly string[] Fragments =
    [
        "{{<", ">}}", "{{%", "%}}", "{%", "%}", "{{", "}}", "/", "/*", "*/", " highlight ",
        " figure src=", " x ", "y(", ")", "end", "\"", "'", "`", "\\", "=", ",", "\n", "a", "<b>",
    ];

    [Theory]
    [InlineData("A {{< badge \"new\" >}} B", "<p>A  B</p>")]
    [InlineData("A {{% badge %}} B", "<p>A  B</p>")]
    [InlineData("{{< note kind=\"a >}} b\" >}}\nKept *text*.\n{{< /note >}}", "<p>Kept <em>text</em>.</p>")]
    [InlineData("{{% note %}}Kept{{% /note %}}", "<p>Kept</p>")]
    [InlineData("{{< icon/star />}} C", "<p>C</p>")]
    [InlineData("{{ badge(kind=\"x)y\") }} D", "<p>D</p>")]
    [InlineData("{% quote(by=\"Ann\") %}\nSaid.\n{% end %}", "<p>Said.</p>")]
    public void Shortcodes_of_a_theme_are_left_out_and_their_text_stays(string body, string html)
    {
        var rendering = Render(body);

        Assert.Equal(html, rendering.Article?.Html.Trim());
        Assert.Equal(
            (ProblemCodes.Shortcode, ProblemSeverity.Warning, 5),
            rendering.Problems.Select(problem => (problem.Code, problem.Severity, problem.Line!.Value)).Single());
    }

    [Theory]
    [InlineData("`{{</* badge \"x\" */>}}`", "<p><code>{{&lt; badge \"x\" &gt;}}</code></p>")]
    [InlineData("`{{%/* badge */%}}`", "<p><code>{{% badge %}}</code></p>")]
    [InlineData("`{{/* badge(a=1) */}}`", "<p><code>{{ badge(a=1) }}</code></p>")]
    [InlineData("`{%/* quote() */%}`", "<p><code>{% quote() %}</code></p>")]
    [InlineData("a {{ page.title }} {% if x %} {{ x | upper }}", "<p>a {{ page.title }} {% if x %} {{ x | upper }}</p>")]
    [InlineData("a {{< open and no end", "<p>a {{&lt; open and no end</p>")]
    public void What_is_escaped_or_no_shortcode_is_text(string body, string html)
    {
        var rendering = Render(body);

        Assert.Equal(html, rendering.Article?.Html.Trim());
        Assert.Empty(rendering.Problems);
    }

    [Fact]
    public void A_shortcode_in_code_is_one_all_the_same()
    {
        Assert.Equal("<pre><code>a  b\n</code></pre>", Render("```\na {{< x >}} b\n```\n").Article?.Html.Trim());
    }

    [Theory]
    [InlineData("{{< youtube 7AfyZhzJ8lM >}}", "https://www.youtube.com/watch?v=7AfyZhzJ8lM")]
    [InlineData("{{< youtube id=\"7Af\" start=10 >}}", "https://www.youtube.com/watch?v=7Af")]
    [InlineData("{{ youtube(id='7Af', autoplay=true) }}", "https://www.youtube.com/watch?v=7Af")]
    [InlineData("{{< vimeo 146022717 >}}", "https://vimeo.com/146022717")]
    [InlineData("{{< gist spf13 7896402 >}}", "https://gist.github.com/spf13/7896402")]
    [InlineData("{{< tweet user=\"Ann\" id=\"12\" >}}", "https://x.com/Ann/status/12")]
    [InlineData("{{< x 12 >}}", "https://x.com/i/status/12")]
    public void What_would_be_embedded_is_a_link(string body, string address)
    {
        var rendering = Render($"Look:\n\n{body}\n\n# After");

        Assert.Contains($"href=\"{address}\"", rendering.Article?.Html, StringComparison.Ordinal);
        Assert.Contains("After</h1>", rendering.Article?.Html, StringComparison.Ordinal);
        Assert.Null(rendering.Article?.ExternalUrl);
        Assert.Empty(rendering.Problems);
    }

    [Fact]
    public void A_figure_is_a_figure_and_markdown_goes_on_behind_it()
    {
        var html = Render(
            "Before.\n{{< figure src=\"/a.png\" alt=\"An <a>\" caption=\"By [Ann](https://ann.example)\" title=`T` width=\"3\" >}}\n"
                + "## After\n").Article!.Html;

        Assert.Contains(
            "<figure><img src=\"https://example.org/a.png\" alt=\"An &lt;a&gt;\" width=\"3\"><figcaption><h4>T</h4>",
            html,
            StringComparison.Ordinal);
        Assert.Contains("By <a href=\"https://ann.example/\"", html, StringComparison.Ordinal);
        Assert.Contains("After</h2>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_credit_of_a_figure_stands_in_its_caption_and_both_are_markdown()
    {
        var html = Render(
            "{{< figure src=\"/a.png\" caption=\"*Low* tide\" attr=\"By **Ann**\" attrlink=\"https://ann.example\" >}}").Article!.Html;

        Assert.Contains("alt=\"Low tide\"", html, StringComparison.Ordinal);
        Assert.Contains("<p><em>Low</em> tide\n<a href=\"https://ann.example/\"", html, StringComparison.Ordinal);
        Assert.Contains(">By <strong>Ann</strong></a></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Highlighted_code_is_code_and_a_comment_is_not_shown()
    {
        var html = Render("{{< highlight go \"linenos=table\" >}}\nif a < b {\n\n{{</* x */>}}\n{{< y >}}\n}\n{{< /highlight >}}\n"
            + "*After* {{< comment >}}hidden{{< /comment >}}\n").Article!.Html;

        Assert.Equal(
            "<pre><code class=\"language-go\">if a &lt; b {\n\n{{&lt; x &gt;}}\n{{&lt; y &gt;}}\n}\n</code></pre>\n<p><em>After</em></p>",
            html.Trim());
    }

    [Fact]
    public void Each_unknown_shortcode_is_told_once_with_its_line()
    {
        var problems = Render("a\n\n{{< one >}}\n{{< one >}}\n{{< two >}}").Problems;

        Assert.Equal([7, 9], problems.Select(problem => problem.Line!.Value));
    }

    [Fact]
    public void In_jekylls_posts_the_brackets_are_not_ours()
    {
        var article = Sample.Render(Sample.Post("`{% raw %}{{< x >}}{% endraw %}`"), Sample.Site with { IsJekyll = true });

        Assert.Equal("<p><code>{{&lt; x &gt;}}</code></p>", article.Html.Trim());
    }

    [Fact]
    public void A_site_of_one_program_has_only_its_shortcodes()
    {
        var post = Sample.Post("`{{< x >}}` `{{ y(a=1) }}`");

        Assert.Equal(
            "<p>`` <code>{{ y(a=1) }}</code></p>", Sample.Render(post, Sample.Site with { Hugo = new HugoSettings() }).Html.Trim());
        Assert.Equal(
            "<p><code>{{&lt; x &gt;}}</code> ``</p>",
            Sample.Render(post, Sample.Site with { Hugo = new HugoSettings { IsZola = true } }).Html.Trim());
    }

    [Fact]
    public void Links_to_files_become_links_to_posts()
    {
        using var folder = new ContentFolder();
        HugoSites.Hugo(folder).With("content/posts/links.md", """
            +++
            title = "Links"
            date = 2024-03-01
            +++
            [a]({{< ref "Spring Tide.md" >}}) [b]({{< relref "/notes/a.md#part" >}}) [c]({{% ref "2024/neap" %}})
            [d](@/notes/b.md) [e]({{< ref "none.md" >}}) [f](@/../hugo.toml)
            """);
        var site = folder.Site(url: null);

        var rendering = new ArticleRenderer(site).Render(folder.Read("content/posts/links.md").Post!);

        const string root = "https://tides.example/blog";
        Assert.Equal(
            $"<p><a href=\"{root}/posts/spring-tide/\">a</a> <a href=\"{root}/2024/02/big-wave-small/#part\">b</a> "
                + $"<a href=\"{root}/posts/2024/neap/\">c</a>\n<a href=\"{root}/special/place/\">d</a> <a>e</a> <a>f</a></p>",
            rendering.Article?.Html.Trim());
        Assert.Equal([ProblemCodes.LinkTarget, ProblemCodes.LinkTarget], rendering.Problems.Select(problem => problem.Code));
        Assert.Equal(6, rendering.Problems[0].Line);
    }

    [Fact]
    public void No_body_makes_rendering_throw()
    {
        var renderer = new ArticleRenderer(Sample.Site);
        var piece = Gen.OneOf(Gen.String[0, 6], Gen.OneOf([.. Fragments.Select(Gen.Const)]));
        piece.Array[0, 40].Sample(
            pieces => Assert.DoesNotContain(
                renderer.Render(Sample.Post(string.Concat(pieces))).Problems, problem => problem.Code == ProblemCodes.Unexpected),
            iter: 4000);
    }

    private static ArticleRendering Render(string body) => new ArticleRenderer(Sample.Site).Render(Sample.Post(body));
}

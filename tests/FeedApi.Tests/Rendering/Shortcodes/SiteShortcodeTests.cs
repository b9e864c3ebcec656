using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Shortcodes;

/// <summary>Shortcodes with templates of the site, against what Hugo makes of them; <c>cases.py</c> asks Hugo.</summary>
public sealed partial class SiteShortcodeTests
{
    private const string Config =
        "baseURL = 'https://tides.example/blog/'\ntitle = 'Tides'\n[markup.goldmark.renderer]\nunsafe = true\n"
        + "[params.harbour]\nname = 'Anse'\n";
    private const string FrontMatter = "+++\ntitle = 'Low & high'\ndate = 2024-03-04\nkind = 'spring'\n+++\n";

    private static readonly string[] Fragments =
    [
        "{{", "}}", "{{ ", " }}", "{{- ", " -}}", "{{/*", "*/}}", "{{ end }}", "{{ else }}", "{{ if ", "{{ with ", "{{ range ", "{{ $x := ",
        "$x", ".Get 0", ".Inner", ".Params", ".", " | ", "(", ")", "\"", "`", "'", "\\", "printf \"%03d\" ", "div 7 ", "index ", "slice ",
        " 0", " -1", " 1.5", "true", "<a href=\"", "<b ", ">", "=", "<script>", "<!--", "substr ", "seq ", "first ", "markdownify ",
    ];

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "Shortcodes", "cases.json"));
        foreach (var each in JsonSerializer.Deserialize<CaseFile>(file, JsonSerializerOptions.Web)!.Cases)
            cases.Add(each.Template, each.Body, each.Html);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_renders_as_in_hugo(string template, string body, string html)
    {
        var rendering = Render(body, folder => folder.With("layouts/shortcodes/x.html", template));

        Assert.DoesNotContain(rendering.Problems, problem => problem.Code == ProblemCodes.Shortcode);
        Assert.Equal(Tidy(Cleaned(html)), Tidy(rendering.Article!.Html));
    }

    [Theory]
    [InlineData("{{ partial \"a.html\" . }}", "uses partial")]
    [InlineData("{{ $r := .Page.Resources.GetMatch \"a\" }}{{ $r }}", "uses .Page.Resources")]
    [InlineData("{{ .Parent.Get 0 }}", "uses .Parent")]
    [InlineData("{{ .Site.Data.a }}", "uses .Site.Data")]
    [InlineData("{{ template \"a\" . }}", "uses template")]
    [InlineData("{{ define \"a\" }}{{ end }}", "uses define")]
    [InlineData("{{ os.ReadFile \"a\" }}", "uses os.ReadFile")]
    [InlineData("{{ errorf \"no %s\" \"a\" }}", "reports an error: no %s")]
    [InlineData("{{ if .Get 0 }}", "has a block without an end")]
    [InlineData("{{ end }}", "has an end or else without a beginning")]
    [InlineData("{{ .Get \"a\" ", "has an action that does not end")]
    [InlineData("{{ .Get ( }}", "has an action that is not complete")]
    [InlineData("{{ $x }}", "uses the unknown variable $x")]
    public void A_template_that_needs_more_is_left_out_with_what_it_needs(string template, string fault)
    {
        var rendering = Render("A {{< x >}}*text*{{< /x >}} B", folder => folder.With("layouts/shortcodes/x.html", template));

        Assert.Equal("<p>A <em>text</em> B</p>", rendering.Article!.Html.Trim());
        var problem = Assert.Single(rendering.Problems);
        Assert.Equal((ProblemCodes.Shortcode, $"The shortcode x {fault}.", 6), (problem.Code, problem.Message, problem.Line));
    }

    [Theory]
    [InlineData("{{ range seq 2000 }}{{ range seq 2000 }}x{{ end }}{{ end }}", "needs too many steps")]
    [InlineData("{{ strings.Repeat 5000000 \"a\" }}", "writes too much")]
    [InlineData("{{ $a := \"aaaaaaaa\" }}{{ range seq 40 }}{{ $a = printf \"%s%s\" $a $a }}{{ end }}{{ $a }}", "writes too much")]
    [InlineData("{{ $l := slice 1 }}{{ range seq 60 }}{{ $l = slice $l $l }}{{ end }}{{ $l }}", "writes too much")]
    [InlineData("{{ $a := strings.Repeat 90000 \"a\" }}{{ range seq 2000 }}{{ $b := upper $a }}{{ end }}", "writes too much")]
    [InlineData("{{ range seq 600 }}{{ \"a\" | markdownify }}{{ end }}", "renders too many texts as Markdown")]
    public void A_template_has_a_budget(string template, string fault)
    {
        var rendering = Render("A {{< x >}} B", folder => folder.With("layouts/shortcodes/x.html", template));

        Assert.Equal("<p>A  B</p>", rendering.Article!.Html.Trim());
        Assert.Equal($"The shortcode x {fault}.", Assert.Single(rendering.Problems).Message);
    }

    [Fact]
    public void Nested_shortcodes_cannot_multiply_without_end()
    {
        var body = string.Concat(Enumerable.Repeat("{{< x >}}", 40)) + "deep" + string.Concat(Enumerable.Repeat("{{< /x >}}", 40));

        var rendering = Render(body, folder => folder.With("layouts/shortcodes/x.html", "{{ .Inner }}{{ .Inner }}"));

        Assert.NotNull(rendering.Article);
        Assert.InRange(rendering.Article.Html.Length, 0, 4_000_000);
        Assert.NotEmpty(rendering.Problems);
    }

    [Fact]
    public void No_template_makes_rendering_throw()
    {
        using var folder = new ContentFolder();
        folder.With("hugo.toml", Config).With("content/a.md", FrontMatter + "{{< x \"a\" 1 >}}b{{< /x >}}");
        var site = folder.Site(url: null);
        var post = folder.Read("content/a.md").Post!;
        var piece = Gen.OneOf(Gen.String[0, 3], Gen.OneOf([.. Fragments.Select(Gen.Const)]));
        piece.Array[0, 24].Sample(
            pieces =>
            {
                folder.With("layouts/shortcodes/x.html", string.Concat(pieces));
                Assert.DoesNotContain(
                    new ArticleRenderer(site).Render(post).Problems, problem => problem.Code == ProblemCodes.Unexpected);
            },
            iter: 1_500,
            threads: 1);
    }

    [Fact]
    public void What_a_template_writes_is_sanitised()
    {
        const string template = "<script>a()</script><b onclick=\"b()\">{{ .Get 0 | safeHTML }}</b>";

        var html = Html("{{< x `<img src=x onerror=alert(1)>` >}}", folder => folder.With("layouts/shortcodes/x.html", template));

        Assert.DoesNotContain("script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", html, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_site_goes_before_its_theme_and_both_before_what_is_built_in()
    {
        ContentFolder Fill(ContentFolder folder) => folder
            .With("hugo.toml", "theme = ['one', 'two']\n" + Config)
            .With("themes/one/layouts/shortcodes/a.html", "theme one")
            .With("themes/two/layouts/_shortcodes/a.html", "theme two")
            .With("themes/two/layouts/shortcodes/deep/b.html", "theme two {{ .Get 0 }}")
            .With("layouts/shortcodes/youtube.html", "own {{ .Get 0 }}")
            .With("layouts/shortcodes/gist.html", "{{ .Page.Resources }}");

        Assert.Equal("theme one", Html("{{< a >}}", Fill));
        Assert.Equal("theme two c", Html("{{< deep/b c >}}", Fill));
        Assert.Equal("own v", Html("{{< youtube v >}}", Fill));
        Assert.Contains("https://gist.github.com/ann/12", Html("{{< gist ann 12 >}}", Fill), StringComparison.Ordinal);
        Assert.Equal("<p>A B</p>", Html("A {{< a/../../../layouts/shortcodes/youtube v >}} B", Fill));
    }

    [Fact]
    public void The_text_of_an_article_has_what_its_shortcodes_wrote()
    {
        var article = Render(
            "First {{< x \"word\" >}}.\n\nFEEDAPISHORTCODE0N0END",
            folder => folder.With("layouts/shortcodes/x.html", "<b>{{ .Get 0 }}</b>")).Article!;

        Assert.Equal("First word.", article.Summary);
        Assert.Equal("First <b>word</b>.\n\nFEEDAPISHORTCODE0N0END", article.Markdown?.Trim());
        Assert.Equal("First word.\nFEEDAPISHORTCODE0N0END", article.Text.Trim());
    }

    [Fact]
    public void Details_fold_a_text_that_is_markdown()
    {
        var html = Html("{{< details summary=\"More *of* it\" open=true >}}\n- a\n- **b**\n{{< /details >}}\n\nAfter");

        Assert.Equal(
            "<details open=\"\"><summary>More <em>of</em> it</summary> <ul> <li>a</li> <li><strong>b</strong></li> </ul> </details> "
                + "<p>After</p>",
            html);
    }

    [Theory]
    [InlineData("{{< param kind >}}", "spring")]
    [InlineData("{{< param \"harbour.name\" >}}", "Anse")]
    [InlineData("{{< param title >}}", "Low &amp; high")]
    public void A_parameter_is_that_of_the_post_else_of_the_site(string body, string html) => Assert.Equal(html, Html(body));

    [Fact]
    public void A_parameter_that_does_not_exist_is_reported() =>
        Assert.Equal(ProblemCodes.Shortcode, Assert.Single(Render("a {{< param none >}}").Problems).Code);

    [Theory]
    [InlineData("{{< qr text=\"tel:+123\" />}}", "tel:+123")]
    [InlineData("{{< qr >}}\nhttps://tides.example/a\n{{< /qr >}}", "<a href=\"https://tides.example/a\">tides.example/a</a>")]
    public void In_place_of_a_qr_code_stands_its_text(string body, string html)
    {
        var rendering = Render(body);

        Assert.Equal(html, Tidy(rendering.Article!.Html));
        Assert.Equal("The text is shown instead.", Assert.Single(rendering.Problems).Action);
    }

    private static string Html(string body, Func<ContentFolder, ContentFolder>? fill = null) => Tidy(Render(body, fill).Article!.Html);

    private static ArticleRendering Render(string body, Func<ContentFolder, ContentFolder>? fill = null)
    {
        using var folder = new ContentFolder();
        folder.With("hugo.toml", Config).With("content/a.md", FrontMatter + body);
        fill?.Invoke(folder);
        return new ArticleRenderer(folder.Site(url: null)).Render(folder.Read("content/a.md").Post!);
    }

    private static string Cleaned(string html)
    {
        using var folder = new ContentFolder();
        folder.With("hugo.toml", Config).With("content/a.html", FrontMatter + html);
        return new ArticleRenderer(folder.Site(url: null)).Render(folder.Read("content/a.html").Post!).Article!.Html;
    }

    private static string Tidy(string html) => Spaces().Replace(html, " ").Trim();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    private sealed record CaseFile(string Hugo, Case[] Cases);

    private sealed record Case(string Template, string Body, string Html);
}

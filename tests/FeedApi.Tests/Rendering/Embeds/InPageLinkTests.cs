using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class InPageLinkTests
{
    private const string Page = "https://example.org/articles/2022-04-19-spring-tide";

    [Theory]
    [InlineData("<p id=x>a</p><a href=#x>b</a>", "<p id=\"c-x\">a</p><a href=\"{0}#c-x\">b</a>")]
    [InlineData("<a name=x></a><a href=#x>b</a>", "<a id=\"c-x\"></a><a href=\"{0}#c-x\">b</a>")]
    [InlineData("<a name=x id=y></a><a href=#x>b</a><a href=#y>c</a>",
        "<a id=\"c-x\"><span id=\"c-y\"></span></a><a href=\"{0}#c-x\">b</a><a href=\"{0}#c-y\">c</a>")]
    [InlineData("<p id=图1>a</p><a href=#%E5%9B%BE1>b</a>", "<p id=\"c-图1\">a</p><a href=\"{0}#c-%E5%9B%BE1\">b</a>")]
    [InlineData("<p id=x>a</p><a href=/articles/2022-04-19-spring-tide#x>b</a>", "<p id=\"c-x\">a</p><a href=\"{0}#c-x\">b</a>")]
    [InlineData("<p id=x>a</p><a href=https://example.org/articles/2022-04-19-spring-tide/#x>b</a>",
        "<p id=\"c-x\">a</p><a href=\"{0}#c-x\">b</a>")]
    [InlineData("<font id=x>a</font><a href=#x>b</a>", "<span id=\"c-x\"></span>a<a href=\"{0}#c-x\">b</a>")]
    [InlineData("<a name='low water'></a><a href='#low%20water'>b</a>", "<a id=\"c-low-water\"></a><a href=\"{0}#c-low-water\">b</a>")]
    [InlineData("<p id=x>a</p><p id=x>b</p><a href=#x>c</a>", "<p id=\"c-x\">a</p><p>b</p><a href=\"{0}#c-x\">c</a>")]
    [InlineData("<h2 id=x>a</h2><a href=#x>b</a>", "<h2 id=\"c-x\">a</h2><a href=\"{0}#c-x\">b</a>")]
    [InlineData("<form id=x><p>a</p></form><a href=#x>b</a>", "<div id=\"c-x\"><p>a</p></div><a href=\"{0}#c-x\">b</a>")]
    [InlineData("<p id=x>a</p>", "<p>a</p>")]
    [InlineData("<a href=#>a</a><a href=#top>b</a>", "<a href=\"{0}\">a</a><a href=\"{0}#top\">b</a>")]
    public void Links_lead_to_ids_and_names_of_the_same_post(string html, string expected) => Assert.Equal(
        (expected.Replace("{0}", Page, StringComparison.Ordinal), ""),
        (Embeds.Of(html).Html.Replace(Page + "#\"", Page + "\"", StringComparison.Ordinal), Embeds.Of(html).Codes));

    [Fact]
    public void All_links_that_lead_nowhere_are_one_problem()
    {
        var (article, problems) = Embeds.Read("<a href=#x>a</a><a href=#%E5%9B%BE>b</a><a href=#x>c</a><a href=/other#y>d</a>");

        Assert.Contains($"href=\"{Page}#x\"", article.Html, StringComparison.Ordinal);
        var problem = Assert.Single(problems);
        Assert.Equal(
            ("dangling-link", "A link leads to a place that is not in the text: #x, #%E5%9B%BE (3 in all)."),
            (problem.Code, problem.Message));
    }

    [Theory]
    [InlineData("Fig. 1\n{: #fig1}\n\n[see](#fig1)", "<p id=\"c-fig1\">Fig. 1</p>")]
    [InlineData("![](/a.png){: #fig1}\n\n[see](#fig1)", "id=\"c-fig1\"")]
    [InlineData("| a |\n| b |\n{: #fig1}\n\n[see](#fig1)", "<table id=\"c-fig1\">")]
    public void Ids_of_kramdown_are_targets(string body, string expected)
    {
        var site = Sample.Site with { IsJekyll = true, Kramdown = KramdownOptions.Jekyll };
        var rendering = new ArticleRenderer(site).Render(Sample.Post(body));

        Assert.Contains(expected, rendering.Article!.Html, StringComparison.Ordinal);
        Assert.Contains("#c-fig1\"", rendering.Article.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(rendering.Problems, problem => problem.Code != ProblemCodes.MissingImage);
    }

    [Fact]
    public void Footnotes_and_headings_still_work() => Assert.Empty(
        new ArticleRenderer(Sample.Site).Render(Sample.Post("# One\n\na[^1] [b](#one)\n\n[^1]: c")).Problems);

    [Fact]
    public void Pictures_and_areas_of_a_map_are_links_below_it()
    {
        var (article, problems) = Embeds.Read(
            "<img src=/m.png usemap=#m><map name=m><area href=/n alt=North><area href=https://s.test/x></map>");

        Assert.Contains(
            "<span><a href=\"https://example.org/n\">North</a> · <a href=\"https://s.test/x\"", article.Html, StringComparison.Ordinal);
        Assert.Equal("image-map", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("text-decoration:underline", "text-decoration: underline")]
    [InlineData("text-decoration:line-through red", "text-decoration: rgba(255, 0, 0, 1) line-through")]
    [InlineData("text-decoration-line:underline", "text-decoration-line: underline")]
    [InlineData("border:1px solid #ccc;padding:4px", "border: 1px solid rgba(204, 204, 204, 1); padding: 4px")]
    [InlineData("list-style:square inside", "list-style-type: square; list-style-position: inside")]
    [InlineData("position:fixed;text-decoration:underline;background-image:url(//x.test)", "text-decoration: underline")]
    public void Trusted_authors_keep_how_their_words_look(string style, string expected) =>
        Assert.Equal($"<p style=\"{expected}\">a</p>", Sample.AuthorHtml($"<p style='{style}'>a</p>"));

    [Fact]
    public async Task Pages_show_the_styles_of_trusted_authors()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "feedapi: {trust: author}\n").With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n"));
        using var response = await site.GetAsync("/");

        Assert.Contains(
            "style-src-attr 'unsafe-inline'",
            string.Join("; ", response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal);
    }
}

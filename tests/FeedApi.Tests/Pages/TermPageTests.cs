using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Pages;

public sealed class TermPageTests(PageSite pages) : IClassFixture<PageSite>
{
    private TestSite Site => pages.Site;

    [Theory]
    [InlineData("/categories/news", "/categories/News")]
    [InlineData("/categories/NEWS?utm_source=x&y=%E6%B5%B7", "/categories/News?utm_source=x&y=%E6%B5%B7")]
    [InlineData("/tags/B?cursor=x", "/tags/b?cursor=x")]
    [InlineData("/authors/ANN", "/authors/ann")]
    [InlineData("/authors/bob", "/authors/Bob")]
    public async Task Another_spelling_moves_to_the_canonical_one_with_its_query(string address, string canonical)
    {
        Assert.Equal((301, "https://example.org" + canonical), await Site.RedirectAsync(address));
    }

    [Fact]
    public async Task A_move_to_another_spelling_is_not_remembered_for_ever()
    {
        using var response = await Site.GetAsync("/categories/news");
        Assert.Contains("max-age=", response.Field("Cache-Control"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/categories/nothing", "unknown-category")]
    [InlineData("/tags/nothing", "unknown-tag")]
    [InlineData("/authors/nobody", "unknown-author")]
    [InlineData("/categories/%E6%B2%A1%E6%9C%89", "unknown-category")]
    public async Task An_unknown_term_is_not_found(string address, string code)
    {
        using var response = await Site.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(code, (string?)(await ProblemAsync(response))["code"]);
    }

    [Fact]
    public async Task A_known_term_without_posts_says_so()
    {
        var page = await Site.PageAsync("/categories/Empty");

        Assert.Empty(page.QuerySelectorAll("article"));
        Assert.Equal("还没有文章。", page.Only("section > p").TextContent);
    }

    [Theory]
    [InlineData("/?cursor=nonsense")]
    [InlineData("/?cursor=%00")]
    [InlineData("/?cursor=a&cursor=b")]
    [InlineData("/categories/News?cursor=nonsense")]
    [InlineData("/tags/b?cursor=nonsense")]
    [InlineData("/authors/ann?cursor=nonsense")]
    public async Task A_bad_cursor_is_named(string address)
    {
        using var response = await Site.GetAsync(address);
        var problem = await ProblemAsync(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("bad-cursor", (string?)problem["code"]);
        Assert.Equal("cursor", (string?)Assert.Single(problem["errors"]!.AsArray())!["parameter"]);
    }

    [Theory]
    [InlineData("/categories/News", "News & <more>", "What is new")]
    [InlineData("/authors/ann", "Ann", "About tides")]
    [InlineData("/tags/b", "b", "About tides")]
    public async Task A_term_is_shown_by_its_name_and_description(string address, string name, string description)
    {
        var page = await Site.PageAsync(address);

        Assert.Equal(name, page.Only("h1").TextContent);
        Assert.Equal($"{name} - Tides & <Times>", page.Title);
        Assert.Equal(description, page.Value("meta[name=description]", "content"));
    }

    [Fact]
    public async Task An_author_has_a_home_page() =>
        Assert.Contains("https://ann.example/", (await Site.PageAsync("/authors/ann")).Values("main a", "href"));

    [Theory]
    [InlineData("/categories/News", "2024-01-02-two", "2024-01-01-one")]
    [InlineData("/categories/%E6%B5%AA-%E8%8A%B1", "2024-01-03-three")]
    [InlineData("/tags/b", "2024-01-02-two", "2024-01-01-one")]
    [InlineData("/authors/ann", "2024-01-03-three", "2024-01-01-one")]
    public async Task A_term_lists_its_articles_newest_first(string address, params string[] ids) => Assert.Equal(
        ids.Select(id => "https://example.org/articles/" + id), (await Site.PageAsync(address)).Values("article h3 a", "href"));

    [Theory]
    [InlineData("/categories", "categories", "News & <more>", "海", "浪 花")]
    [InlineData("/tags", "tags", "a", "b", "C# & <F#>")]
    [InlineData("/authors", "authors", "Ann", "Bob", "张三")]
    public async Task A_list_of_terms_names_them_all_with_their_counts(string address, string collection, params string[] names)
    {
        var page = await Site.PageAsync(address);
        var terms = page.QuerySelectorAll("main ul li");

        Assert.Superset(names.ToHashSet(), terms.Select(term => term.QuerySelector("a")!.TextContent).ToHashSet());
        Assert.All(terms, term => Assert.Matches(@"^\d+ ", term.QuerySelector("span")!.TextContent));
        var start = $"https://example.org/{collection}/";
        Assert.All(page.Values("main ul li a", "href"), link => Assert.StartsWith(start, link, StringComparison.Ordinal));
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}

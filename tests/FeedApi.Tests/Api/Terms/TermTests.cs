using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Terms;

public sealed class TermTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.StartAsync(content => content
        .With(
            "_config.yml",
            "title: Tides\ntimezone: Asia/Shanghai\nfeedapi:\n  split_categories: false\n"
                + "  category_names: {from: tags, strip_suffix: 新闻}\n")
        .With(
            "_data/categories.yml", "quiet: {name: Quiet place, description: Nothing yet, image: /assets/q.png}\nnews: {name: The news}\n")
        .With(
            "_posts/2024-01-01-a.md",
            "---\ntitle: A\ncategories: TechWeb\ntags: 旧名新闻\nauthor: {name: Ann, url: \"https://ann.example/\"}\n---\nx\n")
        .With("_posts/2024-01-02-b.md", "---\ntitle: B\ncategories: tech web\ntags: 新名新闻\n---\nx\n")
        .With("_posts/2024-01-03-c.md", "---\ntitle: C\ncategories: TechWeb\n---\nx\n")
        .With("_posts/2024-01-04-d.md", "---\ntitle: D\ncategories: News\ntags: 别的新闻\n---\nx\n")
        .With("_posts/2024-01-05-e.md", "---\ntitle: E\ncategories: 21shi 21caijing(HK)\n---\nx\n"));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Spellings_that_differ_in_case_and_spaces_are_one_category_under_the_most_used_one()
    {
        var term = await site.JsonAsync("/api/v1/categories/TechWeb");

        Assert.Equal(("TechWeb", 3), ((string)term["slug"]!, (int)term["count"]!));
        Assert.Equal("2024-01-03T00:00:00+08:00", (string)term["newest"]!);
        Assert.Equal("https://example.org/categories/TechWeb/feed.atom", (string)term["feeds"]!["atom"]!);
    }

    [Theory]
    [InlineData("/api/v1/categories/techweb", "https://example.org/api/v1/categories/TechWeb")]
    [InlineData("/api/v1/categories/tech-web", "https://example.org/api/v1/categories/TechWeb")]
    [InlineData("/categories/TECHWEB/feed.rss?limit=2", "https://example.org/categories/TechWeb/feed.rss?limit=2")]
    [InlineData("/categories/%EF%BC%B4echWeb/feed", "https://example.org/categories/TechWeb/feed")]
    public async Task Other_spellings_redirect(string address, string target)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal((301, target), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task The_name_is_learned_from_the_newest_post_that_teaches_one() =>
        Assert.Equal("新名", (string)(await site.JsonAsync("/api/v1/categories/TechWeb"))["name"]!);

    [Fact]
    public async Task The_data_file_names_a_category_whatever_the_posts_say() =>
        Assert.Equal("The news", (string)(await site.JsonAsync("/api/v1/categories/News"))["name"]!);

    [Fact]
    public async Task A_category_of_the_data_file_without_posts_is_listed_with_what_is_said_of_it()
    {
        var list = (await site.JsonAsync("/api/v1/categories"))["data"]!.AsArray();

        Assert.Equal(["21shi-21caijing-HK", "News", "TechWeb", "quiet"], list.Select(term => (string)term!["slug"]!));
        var quiet = list[3]!;
        Assert.Equal(("Quiet place", "Nothing yet", 0), ((string)quiet["name"]!, (string)quiet["description"]!, (int)quiet["count"]!));
        Assert.Null(quiet["newest"]);
    }

    [Fact]
    public async Task A_name_with_spaces_and_parentheses_is_kept_whole_beside_its_slug() =>
        Assert.Equal("21shi 21caijing(HK)", (string)(await site.JsonAsync("/api/v1/categories/21shi-21caijing-HK"))["name"]!);

    [Fact]
    public async Task Authors_and_tags_are_terms_too()
    {
        Assert.Equal(["Ann"], Slugs(await site.JsonAsync("/api/v1/authors")));
        Assert.Equal(["别的新闻", "新名新闻", "旧名新闻"], Slugs(await site.JsonAsync("/api/v1/tags")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/categories/none", "unknown-category")]
    [InlineData("/api/v1/tags/none", "unknown-tag")]
    [InlineData("/api/v1/authors/none", "unknown-author")]
    [InlineData("/categories/none/feed.rss", "unknown-category")]
    public async Task An_unknown_term_is_a_404_problem(string address, string code)
    {
        using var response = await site.GetAsync(address);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_describes_itself()
    {
        var about = await site.JsonAsync("/api/v1/site");

        Assert.Equal(("Tides", "Asia/Shanghai", 5), ((string)about["title"]!, (string)about["timezone"]!, (int)about["article_count"]!));
        Assert.Equal("https://example.org/opml.xml", (string)about["opml"]!);
    }

    private static IEnumerable<string> Slugs(JsonNode list) => list["data"]!.AsArray().Select(term => (string)term!["slug"]!);
}

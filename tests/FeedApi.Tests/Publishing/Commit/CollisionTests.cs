using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Commit;

public sealed class CollisionTests
{
    [Fact]
    public async Task A_permalink_that_is_another_posts_default_address_stops_nobody()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/2024-01-02-b.md", "---\ntitle: B\n---\nx\n"));

        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\npermalink: /articles/2024-01-02-b\n---\nx\n")
            .With("_posts/2024-01-03-c.md", "---\ntitle: C\n---\nx\n");

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "all three are published");
        Assert.Contains("<h1>A</h1>", await site.TextAsync("/articles/2024-01-02-b"), StringComparison.Ordinal);
        var moved = new Uri((string)(await site.JsonAsync("/api/v1/articles/2024-01-02-b"))["url"]!).AbsolutePath;
        Assert.Contains("<h1>B</h1>", await site.TextAsync(moved), StringComparison.Ordinal);

        await site.RestartWithoutIndexAsync();
        Assert.Contains("<h1>B</h1>", await site.TextAsync(moved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_files_with_one_guid_the_first_has_it_and_the_other_gets_one_by_its_name()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\nguid: urn:x:1\n---\nx\n")
            .With("_posts/2024-01-02-b.md", "---\ntitle: B\nguid: urn:x:1\n---\nx\n"));

        Assert.Equal("urn:x:1", await GuidAsync(site, "2024-01-01-a"));
        Assert.Equal("tag:example.org,2024-01-02:2024-01-02-b", await GuidAsync(site, "2024-01-02-b"));
        var problem = Assert.Single(await site.ProblemsAsync())!;
        Assert.Equal(("duplicate-guid", "_posts/2024-01-02-b.md"), ((string)problem["code"]!, (string)problem["file"]!));
        Assert.Contains("_posts/2024-01-01-a.md", (string)problem["message"]!, StringComparison.Ordinal);

        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\nguid: urn:x:2\n---\nx\n");
        await TestSite.UntilAsync(async () => await GuidAsync(site, "2024-01-02-b") == "urn:x:1", "the other file has the guid");
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task Of_two_files_that_ask_for_one_id_the_first_has_it_until_it_is_gone()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\nid: x\n---\nx\n")
            .With("_posts/2024-01-02-b.md", "---\ntitle: B\nid: y\n---\nx\n"));

        site.Content.With("_posts/2024-01-02-b.md", "---\ntitle: B\nid: x\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (await site.ProblemsAsync()).Any(each => Code(each!) == "duplicate-slug"), "the collision is known");
        site.Content.With("_posts/2024-01-03-c.md", "---\ntitle: C\nid: y\n---\nx\n");

        await TestSite.UntilAsync(async () => await NamesAsync(site) == "A x, B 2024-01-02-b, C y", "the new post has the free id");

        File.Delete(site.Content.Full("_posts/2024-01-01-a.md"));
        await TestSite.UntilAsync(async () => await NamesAsync(site) == "B x, C y", "the one that waited has its id");
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task Whoever_waits_for_an_id_gets_it_also_when_the_one_before_is_gone_too()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            foreach (var name in "abcd")
                content.With($"_posts/2024-01-01-{name}.md", $"---\ntitle: {char.ToUpperInvariant(name)}\nid: x\n---\nx\n");
        });
        foreach (var (gone, holder) in new[] { ('b', "A"), ('a', "C"), ('c', "D") })
        {
            File.Delete(site.Content.Full($"_posts/2024-01-01-{gone}.md"));
            await TestSite.UntilAsync(
                async () => (await NamesAsync(site)).Contains($"{holder} x", StringComparison.Ordinal), $"{holder} has the id");
        }
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/opml.xml")]
    [InlineData("/api/v1/articles")]
    [InlineData("/categories/foo")]
    [InlineData("/tags/:title/feed.atom")]
    [InlineData("/")]
    [InlineData("/docs/")]
    [InlineData("/docs/index.html")]
    public async Task A_permalink_on_an_address_of_the_server_is_a_problem_and_the_default_is_used(string permalink)
    {
        await using var site = await TestSite.StartAsync(content =>
            content.With("_posts/2024-01-01-a.md", $"---\ntitle: A\npermalink: {permalink}\n---\nx\n"));

        Assert.Equal("https://example.org/articles/2024-01-01-a", (string)(await site.JsonAsync("/api/v1/articles/2024-01-01-a"))["url"]!);
        var problem = Assert.Single(await site.ProblemsAsync())!;
        Assert.Equal(("bad-slug", 3), ((string)problem["code"]!, (int)problem["line"]!));
    }

    private static string Code(System.Text.Json.Nodes.JsonNode problem) => (string)problem["code"]!;

    private static async Task<string> GuidAsync(TestSite site, string id) =>
        (string)(await site.JsonAsync("/api/v1/articles/" + id))["guid"]!;

    private static async Task<string> NamesAsync(TestSite site) =>
        string.Join(", ", (await site.JsonAsync("/api/v1/articles"))["data"]!
            .AsArray()
            .Select(article => $"{article!["title"]} {article["id"]}")
            .Order(StringComparer.Ordinal));
}

using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Queries;

public sealed class SectionTests
{
    private const string Nearest = "nearest";

    [Theory]
    [InlineData("section=posts", "b a")]
    [InlineData("section=POSTS", "b a")]
    [InlineData("section=/posts/", "b a")]
    [InlineData("section=posts/deep", "c")]
    [InlineData("section=posts/*", "c b a")]
    [InlineData("section=posts/deep,news", "d c")]
    [InlineData("section=-posts", "top d c")]
    [InlineData("section=-posts/*", "top d")]
    [InlineData("section=posts/*,-posts/deep", "b a")]
    [InlineData("section=news-items", "d")]
    public async Task A_section_selects_articles_in_lists_and_feeds(string query, string ids)
    {
        await using var site = await StartAsync();
        // A name with a space has a hyphen in its address.
        if (!query.EndsWith("items", StringComparison.Ordinal)) query = query.Replace("news", "news-items", StringComparison.Ordinal);

        Assert.Equal(ids, string.Join(' ', await site.IdsAsync("?" + query)));
        var feed = await site.XmlAsync("/feed.rss?" + query);
        Assert.Equal(ids, string.Join(' ', feed.Descendants("item").Select(item => item.Element("title")!.Value)));
    }

    [Theory]
    [InlineData("section=post", "posts")]
    [InlineData("section=posts/dep", "posts/deep")]
    [InlineData("section=", null)]
    [InlineData("section=posts&section=posts/deep", null)]
    [InlineData("lang=en,fr", null)]
    [InlineData("lang=-", null)]
    public async Task An_unknown_section_is_refused_with_the_nearest(string query, string? nearest)
    {
        await using var site = await StartAsync();

        using var response = await site.GetAsync("/api/v1/articles?" + query);

        Assert.Equal(400, (int)response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(query[..query.IndexOf('=', StringComparison.Ordinal)], (string?)problem["errors"]![0]!["parameter"]);
        if (nearest is not null) Assert.Equal(nearest, (string?)problem["errors"]![0]![Nearest]);
    }

    [Fact]
    public async Task A_section_combines_with_terms_search_paging_and_facets()
    {
        await using var site = await StartAsync();

        Assert.Equal(["a"], await site.IdsAsync("?section=posts&tag=moon"));
        Assert.Equal(["c"], await site.IdsAsync("?section=posts/deep&q=text"));
        Assert.Equal(["c", "a"], await site.IdsAsync("?section=posts/*&tag=moon&q=text"));
        var first = await site.JsonAsync("/api/v1/articles?section=posts&limit=1&include=total,facets");
        Assert.Equal(2, (int?)first["page"]!["total"]);
        Assert.Equal(2, (int?)first["facets"]!["articles"]);
        var next = await site.JsonAsync(new Uri((string)first["page"]!["next"]!).PathAndQuery);
        Assert.Equal(("a", "posts"), ((string?)next["data"]![0]!["id"], (string?)next["data"]![0]!["section"]));
    }

    [Fact]
    public async Task Jekylls_posts_have_no_section()
    {
        await using var site = await TestSite.StartSampleAsync();

        Assert.Null((await site.JsonAsync("/api/v1/articles"))["data"]![0]!["section"]);
        Assert.Equal(400, (int)(await site.GetAsync("/api/v1/articles?section=posts")).StatusCode);
        Assert.Equal(404, (int)(await site.GetAsync("/posts/")).StatusCode);
    }

    [Fact]
    public async Task A_sections_feed_and_page_are_called_after_it()
    {
        await using var site = await StartAsync();

        var feed = (await site.XmlAsync("/posts/deep/index.xml")).Element("channel")!;
        using var answer = await site.GetAsync("/posts/deep/index.xml");
        var page = await site.TextAsync("/posts/deep/");

        Assert.Equal(
            ("Deep water - Tides", "Far down", "https://tides.example/posts/deep/"),
            (feed.Element("title")!.Value, feed.Element("description")!.Value, feed.Element("link")!.Value));
        Assert.Equal(["https://tides.example/feed.rss?section=posts/deep"], answer.Content.Headers.GetValues("Content-Location"));
        Assert.Contains("<h1>Deep water</h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://tides.example/feed.rss?section=posts/deep\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>News items - Tides</title>", await site.TextAsync("/news-items/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_appears_with_its_first_post_and_posts_keep_their_own_addresses()
    {
        await using var site = await StartAsync();

        Assert.Equal(404, (int)(await site.GetAsync("/late/")).StatusCode);
        site.Content.With("content/late/x.md", "+++\ntitle = 'x'\ndate = 2024-02-01\n+++\nText.\n");

        await TestSite.UntilAsync(async () => (await site.GetAsync("/late/index.xml")).IsSuccessStatusCode, "the section is there");
        Assert.Contains("<h1>x</h1>", await site.TextAsync("/late/x/"), StringComparison.Ordinal);
        Assert.Equal(400, (int)(await site.GetAsync("/late/?cursor=none")).StatusCode);
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite { Arguments = [] };
        site.Content.With("hugo.toml", "baseURL = 'https://tides.example/'\ntitle = 'Tides'\n")
            .With("content/posts/a.md", Post("a", 1, "tags = ['moon']"))
            .With("content/posts/2024/b.md", Post("b", 2))
            .With("content/posts/deep/_index.md", "+++\ntitle = 'Deep water'\ndescription = 'Far down'\n+++\n")
            .With("content/posts/deep/c.md", Post("c", 3, "tags = ['moon']"))
            .With("content/News Items/d.md", Post("d", 4))
            .With("content/top.md", Post("top", 5));
        await site.StartAsync();
        return site;
    }

    private static string Post(string title, int day, string more = "") =>
        $"+++\ntitle = '{title}'\ndate = 2024-01-0{day}\n{more}\n+++\nText.\n";
}

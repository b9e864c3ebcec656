using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Catalog;
using FeedApi.Http.Hosting.Health;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Publishing.Outlines;

/// <summary>After a first scan of many posts all feeds are right at once, and articles are rendered as they are asked for.</summary>
public sealed class OutlineTests
{
    private static readonly string[] Addresses =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/feed.rss?limit=100", "/categories/c1/feed.rss", "/categories/c2/feed.atom",
        "/tags/t3/feed.json", "/authors/ann/feed.rss", "/feed.atom?category=c1&tag=t2", "/feed.json?sort=published", "/opml.xml",
        "/api/v1/articles?content=html", "/api/v1/articles?category=c0&limit=7&content=text", "/api/v1/articles/2023-02-01-p031",
        "/api/v1/articles?from=2023-03-01&to=2023-03-20&content=markdown", "/api/v1/articles?include=total&limit=1",
        "/api/v1/categories", "/api/v1/tags/t1", "/api/v1/site", "/", "/categories/c1", "/articles/2023-02-01-p031",
    ];

    [Fact]
    public async Task Documents_are_the_same_before_and_after_everything_is_rendered()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var site = outlined.Site;
        var before = new Dictionary<string, (string Body, string Tag)>(StringComparer.Ordinal);
        foreach (var address in Addresses) before[address] = await ReadAsync(site, address);

        await outlined.FinishAsync();

        foreach (var address in Addresses) Assert.Equal(before[address], await ReadAsync(site, address));
        await site.RestartAsync();
        foreach (var address in Addresses) Assert.Equal(before[address].Body, (await ReadAsync(site, address)).Body);
    }

    [Fact]
    public async Task Articles_are_those_of_an_index_that_was_made_in_one_go()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var early = await AllAsync(outlined.Site);
        await outlined.FinishAsync();
        await using var whole = await TestSite.StartAsync(OutlinedSite.Fill);

        var expected = await AllAsync(whole);

        Assert.Equal(OutlinedSite.Posts, expected.Count);
        Assert.Equal(expected, early);
        Assert.Equal(expected, await AllAsync(outlined.Site));
        Assert.Equal(await ProblemsAsync(whole), await ProblemsAsync(outlined.Site));
    }

    [Fact]
    public async Task No_change_is_logged_twice()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var before = await SequencesAsync(outlined.Site);

        await outlined.FinishAsync();

        Assert.Equal(OutlinedSite.Posts, before.Count);
        Assert.Equal(before, await SequencesAsync(outlined.Site));
    }

    [Fact]
    public async Task A_search_says_since_when_it_is_complete()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        using var early = await outlined.Site.GetAsync("/api/v1/articles?q=word0");
        var page = JsonNode.Parse(await early.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        using var feed = await outlined.Site.GetAsync("/feed.rss?q=word0");
        using var total = await outlined.Site.GetAsync("/api/v1/articles?include=total");

        await outlined.FinishAsync();

        Assert.NotNull(page["page"]!["complete_since"]);
        Assert.All([early, feed, total], answer => Assert.Equal("public, no-cache", answer.Field("Cache-Control")));
        var late = await outlined.Site.JsonAsync("/api/v1/articles?q=word0");
        Assert.Single(late["data"]!.AsArray());
        Assert.Null(late["page"]!["complete_since"]);
        using var after = await outlined.Site.GetAsync("/api/v1/articles?include=total");
        Assert.StartsWith("public, max-age", after.Field("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_counts_what_is_left()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var early = await outlined.Site.JsonAsync("/health/ready");

        await outlined.FinishAsync();

        Assert.Equal("ready", (string?)early["status"]);
        Assert.True((long)early["unrendered"]! > 0);
        Assert.Null((await outlined.Site.JsonAsync("/health/ready"))["unrendered"]);
    }

    [Fact]
    public async Task A_degraded_server_counts_what_is_left_as_well()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        outlined.Site.Part<Degradations>().Report("disk-full", "The disk is full.");

        var degraded = await outlined.Site.JsonAsync("/health/ready");

        Assert.Equal("degraded", (string?)degraded["status"]);
        Assert.True((long)degraded["unrendered"]! > 0);
    }

    [Fact]
    public async Task A_post_that_cannot_be_rendered_is_never_shown()
    {
        // A few quotes more than may be nested.
        var body = string.Concat(Enumerable.Repeat("> ", 70)) + "deep";
        await using var outlined = await OutlinedSite.StartAsync(content => content
            .With("_posts/2023-01-02-bad.md", $"---\ntitle: Unrenderable\ncategory: c1\n---\n{body}\n"));
        var site = outlined.Site;
        Assert.DoesNotContain(await site.ProblemsAsync(), each => (string?)each!["file"] == "_posts/2023-01-02-bad.md");
        await outlined.ReleaseAsync();

        var list = await site.TextAsync("/api/v1/articles?sort=published&limit=5");
        using var article = await site.GetAsync("/api/v1/articles/2023-01-02-bad");
        await outlined.FinishAsync();

        Assert.DoesNotContain("Unrenderable", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, article.StatusCode);
        Assert.Equal(OutlinedSite.Posts, (long)(await site.JsonAsync("/api/v1/articles?include=total"))["page"]!["total"]!);
        Assert.Contains(await site.ProblemsAsync(), each => (string?)each!["file"] == "_posts/2023-01-02-bad.md");
        Assert.DoesNotContain("deleted-entry", await site.TextAsync("/feed.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_changes_meanwhile_is_shown_as_it_is_now()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var site = outlined.Site;
        site.Content.With("_posts/2023-01-01-p000.md", "---\ntitle: Changed\ncategory: c1\n---\nOther.\n");
        await outlined.ReleaseAsync();

        var article = await site.JsonAsync("/api/v1/articles/2023-01-01-p000");
        await outlined.FinishAsync();

        Assert.Equal("Changed", (string?)article["title"]);
        Assert.Contains("Other.", (string?)article["content_html"], StringComparison.Ordinal);
        Assert.Equal("c1", (string?)(await site.JsonAsync("/api/v1/articles/2023-01-01-p000"))["categories"]![0]!["slug"]);
    }

    [Fact]
    public async Task What_is_left_after_a_stop_is_rendered_after_the_next_start()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var expected = await outlined.Site.TextAsync("/feed.rss?limit=100");
        await outlined.ReleaseAsync();

        await outlined.Site.RestartAsync();
        var early = await outlined.Site.TextAsync("/feed.rss?limit=100");
        await TestSite.UntilAsync(() => Task.FromResult(!outlined.Outlines.Any), "everything is rendered");

        Assert.Equal(expected, early);
        Assert.Single((await outlined.Site.JsonAsync("/api/v1/articles?q=word0"))["data"]!.AsArray());
    }

    [Fact]
    public async Task Readiness_counts_what_an_earlier_run_left_from_its_first_answer()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var site = outlined.Site;
        await outlined.ReleaseAsync();

        await site.RestartAsync();
        var first = await site.JsonAsync("/health/ready");

        // Whatever is left now was left then.
        Assert.True(!outlined.Outlines.Any || (long?)first["unrendered"] > 0, $"{outlined.Outlines.Count} are left: {first}");
    }

    [Fact]
    public async Task The_end_is_told_although_the_last_outlines_are_deleted()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        foreach (var post in Directory.GetFiles(outlined.Site.Content.Full("_posts"), "2023-01-0*")) File.Delete(post);

        await outlined.FinishAsync();

        Assert.Null((await outlined.Site.JsonAsync("/health/ready"))["unrendered"]);
    }

    [Fact]
    public async Task Few_posts_are_rendered_before_anything_is_served()
    {
        await using var site = await TestSite.StartSampleAsync();

        Assert.Equal(0, site.Log.CountOf(PublishingEvents.RenderingBegun));
    }

    private static async Task<(string Body, string Tag)> ReadAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.ETag!.ToString());
    }

    private static async Task<List<string>> AllAsync(TestSite site)
    {
        List<string> all = [];
        for (var address = "/api/v1/articles?limit=100&content=html"; address is not null;)
        {
            var page = await site.JsonAsync(address);
            all.AddRange(page["data"]!.AsArray().Select(each => each!.ToJsonString()));
            address = (string?)page["page"]!["next"] is { } next ? new Uri(next).PathAndQuery : null;
        }

        return all;
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(TestSite site) =>
        (await site.ProblemsAsync()).Select(each => each!.ToJsonString());

    private static async Task<List<string>> SequencesAsync(TestSite site)
    {
        await using var snapshot = await site.Part<IArticleReader>().OpenSnapshotAsync(TestContext.Current.CancellationToken);
        var changes = await snapshot.ListChangesAsync(0, 1_000, TestContext.Current.CancellationToken);
        return [.. changes.Select(change => $"{change.Sequence} {change.Kind} {change.Id}")];
    }
}

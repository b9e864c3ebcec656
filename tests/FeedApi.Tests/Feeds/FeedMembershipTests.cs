using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds;

/// <summary><c>feed: false</c>: a post that is in the site and in no feed.</summary>
public sealed class FeedMembershipTests
{
    private const string Quiet = "_posts/2024-01-04-quiet.md";
    private const string Shown = "---\ntitle: Quiet\ncategory: News\ntags: [a]\nauthor: Ann\nupdated: 2024-02-01\n---\nSilent water.\n";
    private static readonly string Hidden = Shown.Replace("title: Quiet\n", "title: Quiet\nfeed: false\n", StringComparison.Ordinal);
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly string[] Feeds =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/feed.xml", "/categories/News/feed.rss", "/tags/a/feed.atom", "/authors/Ann/feed.json",
        "/feed.rss?category=News", "/feed.atom?q=water", "/feed.json?limit=1", "/feed.rss?sort=-updated",
    ];

    [Fact]
    public async Task It_is_in_no_feed_and_everywhere_else()
    {
        await using var site = await TestSite.StartSampleAsync();
        site.Content.With(Quiet, Hidden);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Contains("2024-01-04-quiet"), "the post is indexed");

        foreach (var feed in Feeds)
            Assert.DoesNotContain("Quiet", await site.TextAsync(feed), StringComparison.Ordinal);
        Assert.Contains("Quiet", await site.TextAsync("/articles/2024-01-04-quiet"), StringComparison.Ordinal);
        Assert.Contains("Quiet", await site.TextAsync("/categories/News"), StringComparison.Ordinal);
        Assert.Contains("Quiet", await site.TextAsync("/"), StringComparison.Ordinal);
        Assert.Equal(["2024-01-04-quiet"], await site.IdsAsync("?q=water"));
    }

    [Fact]
    public async Task Taking_it_out_changes_the_feeds_and_leaves_a_tombstone_in_Atom()
    {
        await using var site = await TestSite.StartSampleAsync();
        site.Content.With(Quiet, Shown);
        await UntilAsync(site, "/feed.rss", isShown: true);
        var before = Feeds.ToDictionary(feed => feed, feed => site.GetAsync(feed).Result.Headers.ETag);

        site.Content.With(Quiet, Hidden);
        await UntilAsync(site, "/feed.rss", isShown: false);

        foreach (var feed in Feeds)
        {
            using var answer = await site.GetAsync(feed, $"If-None-Match: {before[feed]}");
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.DoesNotContain(
                "Quiet", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(
            "tag:example.org,2024-01-04:2024-01-04-quiet",
            (string?)(await site.XmlAsync("/categories/News/feed.atom")).Element(Tombstones + "deleted-entry")!.Attribute("ref"));

        site.Content.With(Quiet, Shown);
        await UntilAsync(site, "/feed.atom", isShown: true);
        Assert.Null((await site.XmlAsync("/feed.atom")).Element(Tombstones + "deleted-entry"));
    }

    [Fact]
    public async Task A_post_that_never_was_in_a_feed_leaves_no_tombstone()
    {
        await using var site = await TestSite.StartAsync(content => content.With(Quiet, Hidden));

        Assert.DoesNotContain("deleted-entry", await site.TextAsync("/feed.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delta_tells_a_reader_that_it_left()
    {
        await using var site = await TestSite.StartSampleAsync();
        site.Content.With(Quiet, Shown);
        await UntilAsync(site, "/feed.atom", isShown: true);
        var tag = (await site.GetAsync("/feed.atom")).Headers.ETag;
        site.Content.With(Quiet, Hidden);
        await TestSite.UntilAsync(async () => (await site.GetAsync("/feed.atom")).Headers.ETag?.Tag != tag?.Tag, "the feed has changed");

        using var answer = await site.GetAsync("/feed.atom", "A-IM: feed", $"If-None-Match: {tag}");

        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("feed: {excerpt_only: true}", 0)]
    [InlineData("feed: true", 0)]
    [InlineData("feed: perhaps", 1)]
    public async Task Other_values_leave_it_in(string frontMatter, int problems)
    {
        await using var site = await TestSite.StartAsync(content => content.With(Quiet, $"---\ntitle: Quiet\n{frontMatter}\n---\nx\n"));

        Assert.Contains("Quiet", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        Assert.Equal(problems, (await site.ProblemsAsync()).Count);
    }

    private static Task UntilAsync(TestSite site, string feed, bool isShown) => TestSite.UntilAsync(
        async () => (await site.TextAsync(feed)).Contains("Quiet", StringComparison.Ordinal) == isShown, $"shown: {isShown}");
}

using System.Net;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>Another version of the tables: its index is made beside the former one, which is served meanwhile.</summary>
public sealed class SchemaUpgradeTests
{
    private static IndexVersions Former => UpgradedSite.Former;

    private static IndexVersions Next => UpgradedSite.Next;

    private static IndexVersions Strange => UpgradedSite.Strange;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_change_log_goes_on_with_what_is_as_before_in_its_place(bool isReadable)
    {
        await using var site = await UpgradedSite.StartAsync(Former);
        var before = await site.ChangesAsync();
        var last = before.Max(change => change.Sequence);
        await site.StopAsync();
        site.Content.With("_posts/2024-01-02-two.md", "---\ntitle: Two, corrected\ncategory: news\ntags: [b]\n---\nSecond post.\n");
        File.Delete(site.Content.Full("_posts/2024-01-03-three.md"));

        await site.UpgradeAsync(isReadable ? Next : Strange);

        var after = await site.ChangesAsync();
        string[] others = ["2024-01-02-two", "2024-01-03-three"];
        Assert.Equal(others, after.Where(change => change.Sequence > last).Select(change => change.Id).Order());
        Assert.Equal(Places(before), Places(after));
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/api/v1/articles/2024-01-03-three")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/api/v1/articles/2024-01-04-gone")).StatusCode);
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));

        IEnumerable<(string, long)> Places(IReadOnlyList<FeedApi.Model.Change> changes) =>
            changes.Where(change => !others.Contains(change.Id)).Select(change => (change.Id, change.Sequence));
    }

    // Whoever reads while it is compared would be told of every article once more.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_change_log_is_never_seen_before_it_goes_on(bool isReadable)
    {
        await using var site = await UpgradedSite.StartAsync(Former, new PublishOptions { FirstScanBatchSize = 1 });
        var last = (await site.ChangesAsync()).Max(change => change.Sequence);
        await site.StopAsync();

        var upgrading = site.UpgradeAsync(isReadable ? Next : Strange);
        while (!upgrading.IsCompleted)
        {
            await Task.Yield();
            if (!await site.Part<ISourceIndex>().IsServableAsync(TestContext.Current.CancellationToken)) continue;
            Assert.DoesNotContain(await site.ChangesAsync(), change => change.Sequence > last);
        }

        await upgrading;
        Assert.DoesNotContain(await site.ChangesAsync(), change => change.Sequence > last);
    }

    // They are cut by the order in which posts came: a new index would cut them elsewhere.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Feeds_link_to_the_archives_that_they_had(bool isReadable)
    {
        await using var site = new TestSite { Versions = Former };
        SiteAnswers.Fill(site.Content);
        await site.StartAsync();
        for (var post = 0; post < 120; post++) site.Content.With($"_posts/2023-12-01-old-{post:000}.md", "---\ncategory: c1\n---\nx\n");
        await TestSite.UntilAsync(async () => await TotalOfAsync(site) == SiteAnswers.Posts + 120, "they are published");
        var (feed, category) = (await site.TextAsync("/feed.rss"), await site.TextAsync("/categories/c1/feed.rss"));
        await site.StopAsync();

        await site.UpgradeAsync(isReadable ? Next : Strange);

        Assert.Contains("prev-archive", feed, StringComparison.Ordinal);
        Assert.Equal((feed, category), (await site.TextAsync("/feed.rss"), await site.TextAsync("/categories/c1/feed.rss")));

        static async Task<int> TotalOfAsync(TestSite site) =>
            (int)(await site.JsonAsync("/api/v1/articles?limit=1&include=total"))["page"]!["total"]!;
    }

    [Fact]
    public async Task The_former_index_is_served_and_said_to_be_until_the_other_is_complete()
    {
        // Fewer than half of the articles are believed by the second scan only, which does not come.
        await using var site = new TestSite
        {
            Versions = Former,
            Pace = new PublishOptions { DebounceTime = TimeSpan.FromMilliseconds(50), RescanEvery = TimeSpan.FromHours(1) },
        };
        for (var day = 1; day <= 9; day++) site.Content.With($"_posts/2024-01-0{day}-a.md", $"---\ntitle: A{day}\n---\nx\n");
        await site.StartAsync();
        await site.StopAsync();
        for (var day = 1; day <= 6; day++) File.Delete(site.Content.Full($"_posts/2024-01-0{day}-a.md"));
        site.Versions = Next;

        await site.StartAsync();

        await site.Log.UntilAsync(PublishingEvents.Started);
        var readiness = await site.JsonAsync("/health/ready");
        Assert.Equal(("degraded", "index-outdated"), ((string)readiness["status"]!, (string)readiness["reasons"]![0]!["code"]!));
        Assert.Equal(9, (await site.IdsAsync()).Length);
        Assert.False(File.Exists(site.IndexPath));
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexOutdated));

        // What was begun is begun anew after a restart.
        for (var day = 1; day <= 6; day++) site.Content.With($"_posts/2024-01-0{day}-a.md", $"---\ntitle: A{day}\n---\nx\n");
        await site.RestartAsync();
        await site.Log.UntilAsync(CatalogEvents.IndexReplaced);
        Assert.True(File.Exists(site.IndexPath));
        await TestSite.UntilAsync(async () => (string)(await site.JsonAsync("/health/ready"))["status"]! == "ready", "nothing is degraded");
    }

    [Fact]
    public async Task The_former_index_is_never_written_to_also_when_the_other_cannot_take_its_place()
    {
        await using var site = await UpgradedSite.StartAsync(Former);
        var former = site.IndexPath;
        await site.StopAsync();
        var content = ContentOf(former);
        site.Versions = Next;
        Directory.CreateDirectory(site.IndexPath);
        site.Content.With("_posts/2024-01-05-new.md", "---\ntitle: New\n---\nx\n");

        await site.StartAsync();

        await site.Log.UntilAsync(PublishingEvents.PublishingFailed);
        Assert.Equal(3, (await site.IdsAsync()).Length);
        Assert.Equal(content, ContentOf(former));
        Directory.Delete(site.IndexPath);
        await site.Log.UntilAsync(CatalogEvents.IndexReplaced);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "the new post is published");
    }

    [Fact]
    public async Task A_downgrade_finds_its_index_and_catches_up_with_later_changes()
    {
        await using var site = await UpgradedSite.StartAsync(Former);
        await site.StopAsync();
        var former = site.IndexPath;
        await site.UpgradeAsync(Next);
        site.Content.With("_posts/2024-01-05-passing.md", "---\ntitle: Passing\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "it is published");
        File.Delete(site.Content.Full("_posts/2024-01-05-passing.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "it is gone");
        site.Content.With("_posts/2024-01-06-later.md", "---\ntitle: Later\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "it is published");
        var last = (await site.ChangesAsync()).Max(change => change.Sequence);
        await site.StopAsync();
        Assert.True(File.Exists(former));

        site.Versions = Former;
        await site.StartAsync();

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 4, "it has caught up");
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexReplaced));
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/api/v1/articles/2024-01-05-passing")).StatusCode);
        var later = (await site.ChangesAsync()).Single(change => change.Id == "2024-01-06-later");
        Assert.True(later.Sequence > last, "Whoever has a token of the other version misses it.");

        site.Versions = Next;
        await site.RestartAsync();
        Assert.Equal(4, (await site.IdsAsync()).Length);
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexReplaced));
    }

    [Fact]
    public async Task Without_room_for_two_the_former_index_gives_way_with_a_word_in_the_log()
    {
        await using var site = await UpgradedSite.StartAsync(Former);
        var last = (await site.ChangesAsync()).Max(change => change.Sequence);
        var former = site.IndexPath;
        await site.StopAsync();
        (site.Versions, site.Upgrade) = (Next, new IndexUpgrade { Room = new IndexRoom(_ => 1_000) });

        await site.StartAsync();

        Assert.Equal(1, site.Log.CountOf(CatalogEvents.NoRoomForIndex));
        Assert.Equal((false, true), (File.Exists(former), File.Exists(site.IndexPath)));
        Assert.Equal(3, (await site.IdsAsync()).Length);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/api/v1/articles/2024-01-04-gone")).StatusCode);
        var changes = await site.ChangesAsync();
        Assert.All(changes.Where(change => change.Id != "2024-01-04-gone"), change => Assert.True(change.Sequence > last));
    }

    // Asked of SQLite: reading the file itself would end the locks of all connections of this process.
    private static (object?, object?, object?) ContentOf(string index)
    {
        using var session = SqliteSession.Open(index, isReader: true);
        return (
            session.Scalar("SELECT revision || ' ' || fingerprint FROM state"),
            session.Scalar("SELECT group_concat(path || hash) FROM sources"),
            session.Scalar("SELECT group_concat(sequence || id) FROM changes"));
    }
}

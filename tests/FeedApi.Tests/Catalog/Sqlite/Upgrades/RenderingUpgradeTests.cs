using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>Another version of rendering: what was published is served while every post is rendered anew.</summary>
public sealed class RenderingUpgradeTests
{
    private static readonly IndexVersions Former = SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion - 1);
    private static readonly IndexVersions Present = SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion);

    [Fact]
    public async Task Posts_are_rendered_anew_behind_the_old_rows_and_only_what_is_other_is_a_change()
    {
        await using var site = await UpgradedSite.StartAsync(Former);
        var before = await site.ChangesAsync();
        var last = before.Max(change => change.Sequence);
        await site.StopAsync();
        RenderDifferently(site, "2024-01-02-two");
        site.Versions = Present;

        await site.StartAsync();

        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/articles/2024-01-02-two"))["title"]! == "Two", "it is rendered anew");
        await site.UntilCompleteAsync();
        var after = await site.ChangesAsync();
        Assert.Equal(["2024-01-02-two"], after.Where(change => change.Sequence > last).Select(change => change.Id));
        Assert.Equal(Places(before), Places(after));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
    }

    [Fact]
    public async Task A_version_that_was_stopped_halfway_leaves_nothing_that_passes_for_rendered()
    {
        await using var site = await UpgradedSite.StartAsync(Present);
        var sources = site.Part<SqliteArticleStore>();

        await sources.BeginRereadAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await sources.Sources.ReadFingerprintAsync(TestContext.Current.CancellationToken));
    }

    // As a program whose index had the version of rendering in the version of the file only.
    [Fact]
    public async Task An_index_of_the_time_before_is_of_the_rendering_that_its_file_says()
    {
        await using var site = await UpgradedSite.StartAsync(Present);
        await site.StopAsync();
        using (var session = SqliteSession.Open(site.IndexPath, isReader: false))
            session.Run("UPDATE state SET fingerprint = substr(fingerprint, instr(fingerprint, ':') + 1)");

        await site.StartAsync();

        Assert.NotEqual("", await site.Part<SqliteArticleStore>().Sources.ReadFingerprintAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
        await site.StopAsync();
        site.Versions = SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion + 1);
        RenderDifferently(site, "2024-01-02-two");
        await site.StartAsync();
        await TestSite.UntilAsync(
            async () => (string)(await site.JsonAsync("/api/v1/articles/2024-01-02-two"))["title"]! == "Two", "it is rendered anew");
    }

    // Where in the log each article is that did not change.
    private static IEnumerable<(string, long)> Places(IReadOnlyList<Change> changes) =>
        changes.Where(change => change.Id != "2024-01-02-two").Select(change => (change.Id, change.Sequence));

    private static void RenderDifferently(TestSite site, string id)
    {
        using var session = SqliteSession.Open(site.IndexPath, isReader: false);
        session.Run("UPDATE articles SET title = 'Of the former rendering', hash = x'00' WHERE id = $1", id);
    }
}

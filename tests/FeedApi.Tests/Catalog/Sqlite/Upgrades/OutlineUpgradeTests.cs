using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Publishing;
using FeedApi.Tests.Publishing.Outlines;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>Upgrades of an index whose first scan stores outlines.</summary>
public sealed class OutlineUpgradeTests
{
    private static readonly PublishOptions Pace = new() { DebounceTime = TimeSpan.FromMilliseconds(50), OutlinesFrom = 1, BatchSize = 1 };

    [Fact]
    public async Task Rendered_articles_stay_while_they_are_rendered_anew()
    {
        await using var site = await UpgradedSite.StartAsync(UpgradedSite.Former, Pace);
        await site.StopAsync();

        site.Versions = UpgradedSite.Former with { Rendering = UpgradedSite.Former.Rendering + 1 };
        await site.StartAsync();
        while (await site.Part<SqliteArticleStore>().Sources.ReadFingerprintAsync(TestContext.Current.CancellationToken) is "")
            Assert.False(site.Part<SqliteArticleStore>().Outlines.Any);

        Assert.Equal(1, site.Log.CountOf(PublishingEvents.RenderingBegun));
        Assert.Equal(3, (await site.IdsAsync("?q=post")).Length);
    }

    // Nothing is served, so feeds come first; that an article is as before is told by its file.
    [Fact]
    public async Task An_index_that_takes_the_place_of_one_that_cannot_be_read_is_made_in_two_stages()
    {
        await using var site = await UpgradedSite.StartAsync(UpgradedSite.Former, Pace);
        var before = await site.ChangesAsync();
        await site.StopAsync();

        await site.UpgradeAsync(UpgradedSite.Strange);

        Assert.Equal(2, site.Log.CountOf(PublishingEvents.RenderingBegun));
        await site.UntilRenderedAsync();
        var after = await site.ChangesAsync();
        Assert.Equal(before.Select(change => (change.Sequence, change.Id)), after.Select(change => (change.Sequence, change.Id)));
    }

    // It is not written to, so what is rendered for whoever asks could not be stored.
    [Fact]
    public async Task An_index_that_is_not_rendered_yet_is_not_served_and_its_change_log_goes_on()
    {
        await using var outlined = await OutlinedSite.StartAsync();
        var site = outlined.Site;
        var before = (await site.ChangesAsync()).Select(change => (change.Sequence, change.Id)).ToList();
        await outlined.ReleaseAsync();
        await site.StopAsync();
        site.Versions = UpgradedSite.Next;

        await site.StartAsync();

        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexOutdated));
        Assert.Equal(before, (await site.ChangesAsync()).Select(change => (change.Sequence, change.Id)));
        await site.UntilRenderedAsync();
        Assert.Equal(OutlinedSite.Posts, (int)(await site.JsonAsync("/api/v1/articles?q=and&limit=1&include=total"))["page"]!["total"]!);
        Assert.Equal(before, (await site.ChangesAsync()).Select(change => (change.Sequence, change.Id)));
    }
}

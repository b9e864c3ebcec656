using FeedApi.Catalog;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>The index of the last version that knew no outlines: it has no column for them, and is served all the same.</summary>
public sealed class BeforeOutlinesTests
{
    private static readonly PublishOptions Pace = new() { DebounceTime = TimeSpan.FromMilliseconds(50), OutlinesFrom = 2 };

    [Fact]
    public async Task It_is_served_until_the_new_one_is_complete_which_goes_on_with_its_change_log()
    {
        await using var site = await StartAsync();
        var before = await site.ChangesAsync();
        var answers = await SiteAnswers.OfAsync(site);
        await site.StopAsync();
        site.TurnBackBeforeOutlines();
        // Nothing can take the place of the former one as long as this stands there.
        Directory.CreateDirectory(site.IndexPath);

        await site.StartAsync();

        await site.Log.UntilAsync(PublishingEvents.PublishingFailed);
        Assert.Contains("index-outdated", await site.TextAsync("/health/ready"), StringComparison.Ordinal);
        await answers.AssertAsync(site);
        Directory.Delete(site.IndexPath);
        await site.Log.UntilAsync(CatalogEvents.IndexReplaced);
        await answers.AssertAsync(site);
        Assert.Equal(Places(before), Places(await site.ChangesAsync()));
        Assert.Equal(1, site.Log.CountOf(PublishingEvents.RenderingBegun));
        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite { Versions = UpgradedSite.Former, Pace = Pace };
        SiteAnswers.Fill(site.Content);
        await site.StartAsync();
        await site.UntilCompleteAsync();
        await site.UntilRenderedAsync();
        return site;
    }

    private static IEnumerable<(string, long)> Places(IReadOnlyList<FeedApi.Model.Change> changes) =>
        changes.Select(change => (change.Id, change.Sequence));
}

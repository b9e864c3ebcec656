using FeedApi.Catalog;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>Readers notice nothing of an upgrade across a rendering, across the tables, and back.</summary>
public sealed class UpgradeUnderLoadTests
{
    private const int Clients = 3;

    [Fact]
    public async Task Every_answer_is_right_and_readiness_is_200_throughout()
    {
        await using var site = new TestSite
        {
            Versions = UpgradedSite.Former,
            Arguments = ["--Site:Url", "https://example.org", "--Limits:Enabled", "false"],
            Pace = new PublishOptions
            {
                DebounceTime = TimeSpan.FromMilliseconds(50),
                OutlinesFrom = 2,
                BatchSize = 1,
                FirstScanBatchSize = 1,
            },
        };
        SiteAnswers.Fill(site.Content);
        await site.StartAsync();
        await site.UntilCompleteAsync();
        await site.UntilRenderedAsync();
        var answers = await SiteAnswers.OfAsync(site);
        var changes = (await site.ChangesAsync()).Select(change => (change.Sequence, change.Id)).ToList();
        IndexVersions[] way =
        [
            UpgradedSite.Former with { Rendering = UpgradedSite.Former.Rendering + 1 },
            UpgradedSite.Next with { Rendering = UpgradedSite.Former.Rendering + 1 },
            UpgradedSite.Former,
        ];

        foreach (var versions in way)
        {
            site.Versions = versions;
            await site.RestartAsync();
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var load = Enumerable.Range(0, Clients).Select(_ => AskAsync(site, answers, enough.Token)).ToArray();
            await site.UntilCompleteAsync();
            await TestSite.UntilAsync(async () => (string)(await site.JsonAsync("/health/ready"))["status"]! == "ready", "it is ready");
            await enough.CancelAsync();
            Assert.All(await Task.WhenAll(load), count => Assert.True(count > 0));
            Assert.Equal(changes, (await site.ChangesAsync()).Select(change => (change.Sequence, change.Id)));
        }

        Assert.Equal(0, site.Log.CountOf(CatalogEvents.IndexSetAside));
        Assert.Equal(1, site.Log.CountOf(CatalogEvents.IndexReplaced));
        Assert.Equal(1, site.Log.CountOf(PublishingEvents.RenderingBegun));
    }

    // At least once, and until nobody wants it any more.
    private static async Task<int> AskAsync(TestSite site, SiteAnswers answers, CancellationToken enough)
    {
        var count = 0;
        do
        {
            await answers.AssertAsync(site);
            count++;
        }
        while (!enough.IsCancellationRequested);

        return count;
    }
}

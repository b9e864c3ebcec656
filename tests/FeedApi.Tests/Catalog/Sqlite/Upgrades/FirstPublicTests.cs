using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>When articles were first public is taken over from the index before, if that knew.</summary>
public sealed class FirstPublicTests
{
    private const string Late = "2024-01-05-late";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_taken_over(bool isReadable)
    {
        await using var site = await StartAsync();
        var before = FirstPublicOf(site);

        await site.StopAsync();
        await site.UpgradeAsync(isReadable ? UpgradedSite.Next : UpgradedSite.Strange);

        Assert.NotNull(before);
        Assert.Equal(before, FirstPublicOf(site));
    }

    [Fact]
    public async Task It_is_taken_over_although_the_content_has_changed_meanwhile()
    {
        await using var site = await StartAsync();
        var before = FirstPublicOf(site);

        await site.StopAsync();
        site.Content.With($"_posts/{Late}.md", "---\ntitle: Late, and edited\n---\nx\n");
        await site.UpgradeAsync(UpgradedSite.Next);

        Assert.Equal(before, FirstPublicOf(site));
    }

    [Fact]
    public async Task An_index_that_did_not_know_is_served_until_the_new_one_is_complete()
    {
        await using var site = await StartAsync();
        var answers = await SiteAnswers.OfAsync(site);
        await site.StopAsync();
        site.TurnBackBeforeFirstPublic();
        // Nothing can take the place of the former one as long as this stands there.
        Directory.CreateDirectory(site.IndexPath);

        await site.StartAsync();

        await site.Log.UntilAsync(PublishingEvents.PublishingFailed);
        await answers.AssertAsync(site);
        Assert.Contains("2024", await site.TextAsync("/feed.json?digest=day"), StringComparison.Ordinal);
        Directory.Delete(site.IndexPath);
        await site.Log.UntilAsync(CatalogEvents.IndexReplaced);
        await answers.AssertAsync(site);
        Assert.Null(FirstPublicOf(site));
    }

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite { Versions = UpgradedSite.Former };
        SiteAnswers.Fill(site.Content);
        await site.StartAsync();
        await site.UntilCompleteAsync();
        site.Content.With($"_posts/{Late}.md", "---\ntitle: Late\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/api/v1/articles?ids=" + Late)).Contains("Late", StringComparison.Ordinal), "it is shown");
        return site;
    }

    private static object? FirstPublicOf(TestSite site)
    {
        using var session = SqliteSession.Open(site.IndexPath, isReader: true);
        return session.Scalar("SELECT first_public FROM articles WHERE id = $1", Late);
    }
}

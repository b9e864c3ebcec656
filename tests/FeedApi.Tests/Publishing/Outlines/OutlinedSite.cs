using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Outlines;

/// <summary>A site of which the first scan stores outlines, and whose background rendering is held.</summary>
internal sealed class OutlinedSite : IAsyncDisposable
{
    public const int Posts = 300;

    private IChangeSet? held;

    private OutlinedSite(TestSite site) => Site = site;

    /// <summary>The site.</summary>
    public TestSite Site { get; }

    /// <summary>The articles that are not stored yet.</summary>
    public OutlinedArticles Outlines => Site.Part<OutlinedArticles>();

    /// <summary>Starts it. Its parts are so small that the background is not done when the first request is answered.</summary>
    /// <param name="fill">Writes more posts.</param>
    public static async Task<OutlinedSite> StartAsync(Action<ContentFolder>? fill = null)
    {
        var site = new TestSite
        {
            Pace = new PublishOptions { DebounceTime = TimeSpan.FromMilliseconds(50), OutlinesFrom = 2, OutlineBatchSize = 1 },
        };
        Fill(site.Content);
        fill?.Invoke(site.Content);
        await site.StartAsync();
        var outlined = new OutlinedSite(site);
        await outlined.HoldAsync();
        Assert.True(outlined.Outlines.Any, "Everything was rendered before it could be held.");
        return outlined;
    }

    /// <summary>Writes the posts.</summary>
    public static void Fill(ContentFolder content)
    {
        content.With("_config.yml", "title: Tides\nlang: en\n");
        for (var i = 0; i < Posts; i++)
        {
            var day = new DateTime(2023, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            content.With(
                $"_posts/{day}-p{i:000}.md",
                $"---\ntitle: Post {i}\ncategory: c{i % 3}\ntags: [t{i % 5}]\nauthor: ann\n---\n"
                    + $"![tide](/assets/{i}.png) Word{i} *and* [link](/x).\n");
        }
    }

    /// <summary>From now on nothing is committed.</summary>
    public async Task HoldAsync() => held = await Site.Part<SqliteArticleStore>().BeginAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets commits go on.</summary>
    public async Task ReleaseAsync()
    {
        if (held is null) return;
        await held.DisposeAsync();
        held = null;
    }

    /// <summary>Waits until all is rendered.</summary>
    public async Task FinishAsync()
    {
        await ReleaseAsync();
        await TestSite.UntilAsync(() => Task.FromResult(!Outlines.Any), "everything is rendered");
        await Site.Log.UntilAsync(PublishingEvents.RenderingEnded);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ReleaseAsync();
        await Site.DisposeAsync();
    }
}

using FeedApi.Catalog;
using FeedApi.Catalog.Outlines;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Reload;
using FeedApi.Model.Dates;
using FeedApi.Publishing.Outlines;
using FeedApi.Publishing.Scan;
using FeedApi.Publishing.Watch;

namespace FeedApi.Commands.Offline;

/// <summary>Brings the index of a server that was not started up to date with the posts, once.</summary>
internal static class OfflineIndexing
{
    // The second scan confirms what the first would not believe, such as that half of the posts are gone.
    private const int MaxScans = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Some hundred articles take a second.
    private static readonly TimeSpan PatienceWithRendering = TimeSpan.FromMinutes(1);

    /// <summary>Indexes the posts.</summary>
    /// <returns>False when the index is not complete.</returns>
    public static async Task<bool> RunAsync(IServiceProvider server, CancellationToken stop)
    {
        var time = server.GetRequiredService<TimeProvider>();
        var site = server.GetRequiredService<SiteSwitch>();
        var scans = site.Current.Get<ScanLoop>();
        for (var scan = 1; scan <= MaxScans; scan++)
        {
            scans.Begin(stop);
            await scans.FinishAsync(stop);
            await PublishSavedAsync(site, time, stop);
            await RenderOutlinesAsync(site, time, stop);
            if (await IsCompleteAsync(site, server.GetRequiredService<IIndexDamage>(), stop)) return true;
            // Most posts are gone: if they still are a while later, that was meant.
            if (scan == MaxScans && await WaitForDeletionsAsync(site, time, stop)) scan--;
        }

        return false;
    }

    // At most once: afterwards a scan confirms them, or they are held for another reason, such as that there are no posts at all.
    private static async Task<bool> WaitForDeletionsAsync(SiteSwitch site, TimeProvider time, CancellationToken stop)
    {
        if (site.Current.Get<DeletionGuard>().ConfirmableAt is not { } at || at - time.GetUptime() is not { Ticks: > 0 } wait) return false;
        await Console.Error.WriteLineAsync(
            "feedapi: " + Localized.Text("Most posts are gone; if they still are in a minute, that is taken to be meant"));
        await Task.Delay(wait, time, stop);
        return true;
    }

    // What was saved a moment ago, and deletions, which are debounced like it. The server finds what is saved without end.
    private static async Task PublishSavedAsync(SiteSwitch site, TimeProvider time, CancellationToken stop)
    {
        var saves = site.Current.Get<SaveLoop>();
        var begunAt = time.GetTimestamp();
        while (saves.NextDueAt is { } dueAt && time.GetElapsedTime(begunAt) < Patience)
        {
            var wait = dueAt - time.GetUptime();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, stop);
            await saves.PublishAsync(stop);
        }
    }

    // What a server has left that was stopped before it had rendered everything.
    private static async Task RenderOutlinesAsync(SiteSwitch site, TimeProvider time, CancellationToken stop)
    {
        var (outlines, completion) = (site.Current.Get<OutlinedArticles>(), site.Current.Get<OutlineCompletion>());
        completion.Start(stop);
        completion.Begin();
        try
        {
            while (outlines.Any)
            {
                await completion.WaitAsync(stop).WaitAsync(PatienceWithRendering, time, stop);
                await completion.CommitAsync(stop);
            }
        }
        catch (TimeoutException)
        {
            // Of files that are gone or being written the next scan knows more.
        }
    }

    private static async Task<bool> IsCompleteAsync(SiteSwitch site, IIndexDamage index, CancellationToken stop) =>
        !index.IsOutdated
        && !site.Current.Get<OutlinedArticles>().Any
        && !site.Current.Get<DeletionGuard>().IsHolding
        && await site.Current.Get<ISourceIndex>().ReadFingerprintAsync(stop) == site.Site.Fingerprint;
}

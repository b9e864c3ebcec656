using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model.Dates;
using FeedApi.Publishing.Scan;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Tries files and folders again that could not be read: after a second, and then at growing intervals, as nothing tells when they can be.
/// Every scan does too. Used by the one task that publishes.
/// </summary>
internal sealed class UnreadablePaths(
    ISourceIndex sources, PostFiles files, FileDebouncer debouncer, ScanSchedule scans, PublishOptions options, TimeProvider time)
{
    // More are left to the scans.
    private const int MaxPaths = 1_000;

    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);

    private TimeSpan pause = MinPause;
    private int count;

    /// <summary>When to try again, in uptime; null when everything could be read.</summary>
    public TimeSpan? NextDueAt { get; private set; }

    /// <summary>Plans the next attempt. Must be called after every publication.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        if ((await sources.ListUnreadableAsync(1, cancellationToken)).Count > 0) NextDueAt ??= time.GetUptime() + pause;
        else (NextDueAt, pause, count) = (null, MinPause, 0);
    }

    /// <summary>Has files that may be readable again read, and folders scanned, when it is time.</summary>
    public async Task RetryDueAsync(CancellationToken cancellationToken)
    {
        if (!(NextDueAt <= time.GetUptime())) return;
        var paths = await sources.ListUnreadableAsync(MaxPaths, cancellationToken);
        foreach (var path in paths.Where(files.IsReadableNow))
        {
            if (files.IsFolder(path)) scans.RequestRescan();
            else debouncer.Add(new FileChange(path, IsRenamed: true), isForced: true);
        }

        pause = paths.Count == count ? Shorter(2 * pause, options.RescanEvery) : MinPause;
        count = paths.Count;
        NextDueAt = paths.Count == 0 ? null : time.GetUptime() + pause;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}

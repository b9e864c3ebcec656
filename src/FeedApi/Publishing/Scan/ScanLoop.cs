using FeedApi.Content.Files;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing.Scan;

/// <summary>Scans the whole content folder when a scan is due, and publishes the result.</summary>
/// <remarks>
/// A scan of a million files takes seconds, so it runs in parallel with the publishing of saved files. Its result is checked again
/// afterwards.
/// </remarks>
internal sealed class ScanLoop(
    ContentScanner scanner,
    ScanPublisher publisher,
    ScheduledPosts scheduled,
    ScanSchedule schedule,
    ContentWatcher watcher,
    ContentAvailability availability)
{
    private Task<ScanResult?>? scan;

    /// <summary>The scan that is running, or has ended and is not published yet; null when there is none.</summary>
    public Task? Current => scan;

    /// <summary>When the next scan is due, in uptime; null while <see cref="Current"/> is not.</summary>
    public TimeSpan? NextDueAt => scan is null ? schedule.DueAt : null;

    /// <summary>Begins a scan.</summary>
    public void Begin(CancellationToken cancellationToken)
    {
        schedule.BeginScan();
        watcher.Renew();
        scan = Task.Run(() => scanner.ScanAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Waits for the end of the scan, publishes its result, and schedules the next one.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var ended = scan!;
        scan = null;
        var result = await ended;
        var scanTime = schedule.EndScan();
        if (result is not null)
        {
            await publisher.PublishAsync(result, cancellationToken);
            await scheduled.PlanAsync(cancellationToken);
        }

        availability.Report(isThere: result is not null);
        schedule.PlanNext(scanTime, isPolling: watcher.IsIncomplete || availability.IsStale);
    }
}

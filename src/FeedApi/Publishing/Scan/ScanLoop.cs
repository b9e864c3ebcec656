using FeedApi.Content.Files;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing.Scan;

/// <summary>Scans the whole content folder when that is due, and publishes what the scan found.</summary>
/// <remarks>
/// A scan of a million files takes seconds, so it runs beside the publishing of saved files. What it saw is checked again afterwards.
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

    /// <summary>The scan that runs, or that has ended and is not published yet; null when there is none.</summary>
    public Task? Current => scan;

    /// <summary>When the next scan is due; null while there is one.</summary>
    public DateTimeOffset? NextDueAt => scan is null ? schedule.DueAt : null;

    /// <summary>Begins a scan.</summary>
    public void Begin(CancellationToken cancellationToken)
    {
        schedule.BeginScan();
        watcher.Renew();
        scan = Task.Run(() => scanner.ScanAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Waits for the end of the scan, publishes what it found, and plans the next one.</summary>
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

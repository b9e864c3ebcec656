using FeedApi.Model.Dates;

namespace FeedApi.Publishing.Scan;

/// <summary>
/// When the next full scan is due, in uptime (<see cref="TimeProviderExtensions.GetUptime"/>): a step of the clock neither delays nor
/// hastens it. Requests bring it forward; the next scan serves all of them.
/// </summary>
internal sealed class ScanSchedule(PublishOptions options, TimeProvider time)
{
    private TimeSpan begunAt;
    private bool isNextRequested;
    private bool isCurrentRequested;

    /// <summary>When the next scan is due: immediately, until the first one begins.</summary>
    public TimeSpan DueAt { get; private set; }

    /// <summary>True from a request until the scan that serves it ends.</summary>
    public bool IsRescanRequested => isNextRequested || isCurrentRequested;

    /// <summary>Requests an immediate scan, because of a change that only a full scan can find.</summary>
    public void RequestRescan()
    {
        DueAt = time.GetUptime();
        isNextRequested = true;
    }

    /// <summary>Brings the next scan forward, so that it is due within this time.</summary>
    public void RescanWithin(TimeSpan pause)
    {
        var dueAt = time.GetUptime() + pause;
        if (dueAt < DueAt) DueAt = dueAt;
    }

    /// <summary>Records the start of a scan.</summary>
    public void BeginScan()
    {
        begunAt = time.GetUptime();
        DueAt = TimeSpan.MaxValue;
        (isCurrentRequested, isNextRequested) = (isNextRequested, false);
    }

    /// <summary>Records the end of a scan; its result is not published yet.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan EndScan()
    {
        isCurrentRequested = false;
        return time.GetUptime() - begunAt;
    }

    /// <summary>Schedules the next scan. A scan that takes very long makes the pause after it longer.</summary>
    /// <param name="scanTime">How long the last scan took.</param>
    /// <param name="isPolling">True when changes may go unnoticed between scans.</param>
    public void PlanNext(TimeSpan scanTime, bool isPolling) =>
        RescanWithin(isPolling || options.Polls ? Longer(options.PollEvery, 4 * scanTime) : Longer(options.RescanEvery, 4 * scanTime));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

namespace FeedApi.Publishing.Scan;

/// <summary>When the next full scan is due. Requests bring it forward; the next scan serves all of them.</summary>
internal sealed class ScanSchedule(PublishOptions options, TimeProvider time)
{
    private DateTimeOffset begunAt;
    private bool isNextRequested;
    private bool isCurrentRequested;

    /// <summary>When the next scan is due: immediately, until the first one begins.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>True from a request until the scan that serves it ends.</summary>
    public bool IsRescanRequested => isNextRequested || isCurrentRequested;

    /// <summary>Requests an immediate scan, because of a change that only a full scan can find.</summary>
    public void RequestRescan()
    {
        DueAt = time.GetUtcNow();
        isNextRequested = true;
    }

    /// <summary>Brings the next scan forward, so that it is due within this time.</summary>
    public void RescanWithin(TimeSpan pause)
    {
        var dueAt = time.GetUtcNow() + pause;
        if (dueAt < DueAt) DueAt = dueAt;
    }

    /// <summary>Records the start of a scan.</summary>
    public void BeginScan()
    {
        begunAt = time.GetUtcNow();
        DueAt = DateTimeOffset.MaxValue;
        (isCurrentRequested, isNextRequested) = (isNextRequested, false);
    }

    /// <summary>Records the end of a scan; its result is not published yet.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan EndScan()
    {
        isCurrentRequested = false;
        return time.GetUtcNow() - begunAt;
    }

    /// <summary>Schedules the next scan. The longer a scan takes, the longer the pause after it.</summary>
    /// <param name="scanTime">How long the last scan took.</param>
    /// <param name="isPolling">True when changes may go unnoticed between scans.</param>
    public void PlanNext(TimeSpan scanTime, bool isPolling) =>
        RescanWithin(isPolling || options.Polls ? Longer(options.PollEvery, 4 * scanTime) : Longer(options.RescanEvery, 40 * scanTime));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

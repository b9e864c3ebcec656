namespace FeedApi.Publishing.Scan;

/// <summary>When the next full scan is due. Requests bring it forward; the scan that begins next answers all of them.</summary>
internal sealed class ScanSchedule(PublishOptions options, TimeProvider time)
{
    private DateTimeOffset begunAt;
    private bool isNextRequested;
    private bool isCurrentRequested;

    /// <summary>When the next scan is due: at once, until the first one begins.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>True from a request until the scan that answers it ends.</summary>
    public bool IsRescanRequested => isNextRequested || isCurrentRequested;

    /// <summary>Requests a scan at once, because something happened that only a full scan can tell.</summary>
    public void RequestRescan()
    {
        DueAt = time.GetUtcNow();
        isNextRequested = true;
    }

    /// <summary>Brings the next scan forward, so that it begins after this time at the latest.</summary>
    public void RescanWithin(TimeSpan pause)
    {
        var dueAt = time.GetUtcNow() + pause;
        if (dueAt < DueAt) DueAt = dueAt;
    }

    /// <summary>A scan begins.</summary>
    public void BeginScan()
    {
        begunAt = time.GetUtcNow();
        DueAt = DateTimeOffset.MaxValue;
        (isCurrentRequested, isNextRequested) = (isNextRequested, false);
    }

    /// <summary>The scan has ended; what it found is not published yet.</summary>
    /// <returns>How long it took.</returns>
    public TimeSpan EndScan()
    {
        isCurrentRequested = false;
        return time.GetUtcNow() - begunAt;
    }

    /// <summary>Plans the next scan. Scans that take long leave most of the time between them free.</summary>
    /// <param name="scanTime">How long the last one took.</param>
    /// <param name="isPolling">True when changes may go unnoticed between scans.</param>
    public void PlanNext(TimeSpan scanTime, bool isPolling) =>
        RescanWithin(isPolling || options.Polls ? Longer(options.PollEvery, 4 * scanTime) : Longer(options.RescanEvery, 40 * scanTime));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

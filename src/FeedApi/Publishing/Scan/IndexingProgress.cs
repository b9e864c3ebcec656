namespace FeedApi.Publishing.Scan;

/// <summary>Shows the progress of a long scan: a bar on a terminal, one log line per second elsewhere.</summary>
internal sealed class IndexingProgress(ILogger<IndexingProgress> logger, TimeProvider time)
{
    // Fewer posts are finished before anyone could read a bar.
    private const int MinWork = 200;
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(1);

    // The log goes to the output: a bar on the error output would stand between its lines only when both are the terminal.
    private readonly bool isTerminal = TerminalProgress.IsTerminal && !Console.IsOutputRedirected;
    private long total;
    private long done;
    private long begunAt;
    private long shownAt;
    private long scanBegunAt;
    private bool isRunning;

    /// <summary>Posts that the running scan has to read; 0 between scans.</summary>
    public long Total => Volatile.Read(ref total);

    /// <summary>How many of them have been read; never more than <see cref="Total"/>, even when other posts are saved meanwhile.</summary>
    public long Done => Math.Min(Volatile.Read(ref done), Total);

    /// <summary>Posts per second; 0 between scans.</summary>
    public double PerSecond =>
        Volatile.Read(ref isRunning) ? Done / Math.Max(time.GetElapsedTime(Volatile.Read(ref begunAt)).TotalSeconds, 0.001) : 0;

    /// <summary>Seconds until the scan ends, at this rate; 0 between scans.</summary>
    public double SecondsLeft => PerSecond is > 0 and var rate ? Math.Max(Total - Done, 0) / rate : 0;

    /// <summary>Duration of the last full scan of the content folder in seconds, reading included; 0 before the first one ends.</summary>
    public double LastScanSeconds { get; private set; }

    /// <summary>Marks the start of a full scan of the content folder.</summary>
    public void BeginScan() => scanBegunAt = time.GetTimestamp();

    /// <summary>Marks the start of reading the files that a scan found.</summary>
    /// <returns>What shows it on a terminal until it is disposed, however the scan ends.</returns>
    public IAsyncDisposable Begin(int workCount)
    {
        (total, done) = (workCount, 0);
        begunAt = shownAt = time.GetTimestamp();
        isRunning = true;
        return TerminalProgress.Show(isTerminal && workCount >= MinWork ? "feedapi" : null, () => (Done, workCount));
    }

    /// <summary>Adds to the number of posts read. Posts read between scans are not counted.</summary>
    public void Advance(int count)
    {
        if (!Volatile.Read(ref isRunning)) return;
        done += count;
        if (isTerminal || total < MinWork || time.GetElapsedTime(shownAt) < LogEvery) return;
        shownAt = time.GetTimestamp();
        Show();
    }

    /// <summary>Marks the end of the scan.</summary>
    public void End()
    {
        isRunning = false;
        LastScanSeconds = time.GetElapsedTime(scanBegunAt).TotalSeconds;
        if (total == 0) return;
        logger.LogInformation(
            PublishingEvents.PostsRead, "Read {Count} posts in {Seconds:0.0} s", done, time.GetElapsedTime(begunAt).TotalSeconds);
        // Posts published between scans belong to no scan.
        total = 0;
    }

    private void Show()
    {
        var elapsed = time.GetElapsedTime(begunAt).TotalSeconds;
        var perSecond = done / Math.Max(elapsed, 0.001);
        var secondsLeft = (total - done) / Math.Max(perSecond, 1);
        logger.LogInformation(
            "Indexing: {Done} of {Total} posts, {PerSecond:0} per second, {SecondsLeft:0} s left", done, total, perSecond, secondsLeft);
    }
}

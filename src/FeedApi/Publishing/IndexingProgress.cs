using System.Globalization;

namespace FeedApi.Publishing;

/// <summary>Shows how far a long scan is: a bar on a terminal, a log line a second elsewhere.</summary>
public sealed class IndexingProgress(ILogger<IndexingProgress> logger, TimeProvider time)
{
    // A handful of posts is done before anyone could read a bar.
    private const int SmallestWork = 200;
    private const int BarChars = 30;
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(100);

    private readonly bool isTerminal = !Console.IsErrorRedirected && !Console.IsOutputRedirected;
    private long total;
    private long done;
    private long begunAt;
    private long shownAt;

    /// <summary>A scan begins.</summary>
    public void Begin(int workCount)
    {
        (total, done) = (workCount, 0);
        begunAt = shownAt = time.GetTimestamp();
    }

    /// <summary>More posts are done.</summary>
    public void Advance(int count)
    {
        done += count;
        if (total < SmallestWork || time.GetElapsedTime(shownAt) < (isTerminal ? DrawEvery : LogEvery)) return;
        shownAt = time.GetTimestamp();
        Show();
    }

    /// <summary>The scan is over.</summary>
    public void End()
    {
        if (total == 0) return;
        if (isTerminal && total >= SmallestWork) Console.Error.Write("\r" + new string(' ', BarChars + 60) + "\r");
        logger.LogInformation("Read {Count} posts in {Seconds:0.0} s", done, time.GetElapsedTime(begunAt).TotalSeconds);
        // What is published between the scans is no part of any.
        total = 0;
    }

    private void Show()
    {
        var elapsed = time.GetElapsedTime(begunAt).TotalSeconds;
        var perSecond = done / Math.Max(elapsed, 0.001);
        var secondsLeft = (total - done) / Math.Max(perSecond, 1);
        if (!isTerminal)
        {
            logger.LogInformation(
                "Indexing: {Done} of {Total} posts, {PerSecond:0} a second, {SecondsLeft:0} s left", done, total, perSecond, secondsLeft);
            return;
        }

        var filled = (int)Math.Min(BarChars, BarChars * done / total);
        var bar = new string('#', filled) + new string('.', BarChars - filled);
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r[{bar}] {done} of {total} posts, {perSecond:0} a second, {secondsLeft:0} s left   "));
    }
}

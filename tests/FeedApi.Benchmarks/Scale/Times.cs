using System.Diagnostics;
using System.Globalization;

namespace FeedApi.Benchmarks.Scale;

/// <summary>Times of one thing done often, in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> times = [];
    private readonly Lock gate = new();

    /// <summary>Does it and takes the time.</summary>
    public async Task MeasureAsync(Func<Task> action)
    {
        var clock = Stopwatch.StartNew();
        await action();
        lock (gate) times.Add(clock.Elapsed.TotalMilliseconds);
    }

    /// <summary>Takes a time that was measured otherwise.</summary>
    public void Add(TimeSpan time) => times.Add(time.TotalMilliseconds);

    /// <summary>How often it was done.</summary>
    public int Count => times.Count;

    /// <summary>The time that so many percent of all did not exceed.</summary>
    public double Percentile(double percent)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * percent / 100))];
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {Percentile(50):0.###} / p99 {Percentile(99):0.###} / max {Percentile(100):0.###} ms, {times.Count} times");
}

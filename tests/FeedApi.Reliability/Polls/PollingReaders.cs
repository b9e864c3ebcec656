using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Reliability.Polls;

/// <summary>
/// Readers of one feed each, which poll every five minutes: two thirds of them in the first of the five, as timers at whole hours make
/// them do. Times run from the instant for which a poll was planned.
/// </summary>
internal sealed class PollingReaders : IDisposable
{
    private const double Bunched = 2 / 3.0;
    private const double OneOfFiveMinutes = 1 / 5.0;
    private const double Conditional = 0.95;
    private static readonly TimeSpan PollEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient client;
    private readonly TimeSpan cycle;
    private readonly (string Feed, TimeSpan Phase, bool IsConditional)[] readers;
    private readonly ConcurrentDictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> wrong = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<double> times = new();
    private int notModified;

    /// <summary>Readers of a server.</summary>
    public PollingReaders(Uri server, PollsPlan plan)
    {
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
        {
            BaseAddress = server,
            Timeout = Patience,
        };
        cycle = PollEvery / plan.Speed;
        var random = new Random(plan.Seed);
        readers =
        [
            .. Enumerable.Range(0, plan.Readers)
                .Select(_ => (FeedOf(random, plan.Posts), PhaseOf(random), random.NextDouble() < Conditional))
                .OrderBy(reader => reader.Item2),
        ];
    }

    /// <summary>What readers got but 200 or 304, of feeds that exist.</summary>
    public IReadOnlyDictionary<string, int> Wrong => wrong;

    /// <summary>Polls that were answered.</summary>
    public int Count => times.Count;

    /// <summary>The time, in milliseconds, that one poll in a hundred exceeded.</summary>
    public double P99 => Percentile(99);

    /// <summary>Every feed is asked for once, which does not count.</summary>
    public async Task WarmAsync()
    {
        foreach (var feed in readers.Select(reader => reader.Feed).Distinct().ToList())
            await AskAsync(feed, Stopwatch.GetTimestamp(), isConditional: false);
        times.Clear();
        wrong.Clear();
        notModified = 0;
    }

    /// <summary>Polls for some time.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        List<Task> asked = [];
        for (var (round, next) = (0, 0); Stopwatch.GetElapsedTime(began) < time;)
        {
            var due = (cycle * round) + readers[next].Phase;
            if (due > Stopwatch.GetElapsedTime(began))
            {
                await Task.Delay(Tick);
                continue;
            }

            asked.Add(AskAsync(
                readers[next].Feed, began + (long)(due.TotalSeconds * Stopwatch.Frequency), readers[next].IsConditional));
            if (++next == readers.Length) (round, next) = (round + 1, 0);
        }

        await Task.WhenAll(asked);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count} polls, {100.0 * notModified / Math.Max(1, Count):0.0} % not modified, "
            + $"p50 {Percentile(50):0.0} / p99 {P99:0.0} / max {Percentile(100):0.0} ms");

    private TimeSpan PhaseOf(Random random) =>
        cycle * (random.NextDouble() < Bunched ? random.NextDouble() * OneOfFiveMinutes : random.NextDouble());

    // One in ten reads the main feed.
    private static string FeedOf(Random random, int posts) =>
        random.Next(10) == 0 ? "/feed.rss" : $"/categories/{Corpus.CategoryOf(random.Next(posts))}/feed.rss";

    private double Percentile(double percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percent / 100))];
    }

    private async Task AskAsync(string feed, long planned, bool isConditional)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, feed);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
            if (isConditional && tags.TryGetValue(feed, out var tag)) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await client.SendAsync(request);
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode == HttpStatusCode.OK) tags[feed] = answer.Headers.ETag!.ToString();
            else if (answer.StatusCode == HttpStatusCode.NotModified) Interlocked.Increment(ref notModified);
            // The only post of a category may have been deleted.
            else if (answer.StatusCode != HttpStatusCode.NotFound) Fail($"{(int)answer.StatusCode} {feed}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            Fail($"{failure.GetType().Name} {feed}");
        }

        times.Enqueue(Stopwatch.GetElapsedTime(planned).TotalMilliseconds);
    }

    private void Fail(string what) => wrong.AddOrUpdate(what, 1, (_, count) => count + 1);
}

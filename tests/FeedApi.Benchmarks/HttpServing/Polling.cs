using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using FeedApi.Benchmarks.Corpora;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>
/// Readers that poll the feeds of all categories while posts arrive: 3,300 requests a second, of which 95 % are conditional.
/// </summary>
/// <remarks>Times run from the moment for which a request was planned, so that a server that stands still is seen to.</remarks>
internal sealed class Polling(WebServer server, Corpus corpus, string content, int posts)
{
    private const int PerSecond = 3_300;
    private const int Categories = 2_000;
    private const double Conditional = 0.95;
    private static readonly TimeSpan PostEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    private readonly ConcurrentDictionary<string, string> tags = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<double> times = [];
    private readonly HttpClient client = new(
        new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false })
    {
        BaseAddress = server.Address
    };
    private readonly string[] feeds =
        [.. Enumerable.Range(0, posts).Select(number => $"/categories/{Corpus.CategoryOf(number)}/feed.rss").Distinct().Take(Categories)];
    private int failures;

    /// <summary>Polls for some seconds and prints what the readers saw.</summary>
    public async Task RunAsync(int seconds)
    {
        foreach (var feed in feeds) await AskAsync(feed, Stopwatch.GetTimestamp(), isConditional: false);
        times.Clear();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var publishing = PublishAsync(end.Token);
        await PollAsync(TimeSpan.FromSeconds(seconds));
        await publishing;
        double[] sorted = [.. times.Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{feeds.Length} feeds polled {sorted.Length} times in {seconds} s while 12 posts a minute arrive: "
                + $"p50 {sorted[sorted.Length / 2]:0.00}, p99 {sorted[(int)(sorted.Length * 0.99)]:0.00}, max {sorted[^1]:0.0} "
                + $"ms, failures {failures}"));
    }

    private async Task PollAsync(TimeSpan time)
    {
        var random = new Random(3);
        var began = Stopwatch.GetTimestamp();
        List<Task> asked = [];
        for (var sent = 0; Stopwatch.GetElapsedTime(began) < time;)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * PerSecond); sent < due; sent++)
            {
                var planned = began + (long)(sent / (double)PerSecond * Stopwatch.Frequency);
                asked.Add(AskAsync(feeds[random.Next(feeds.Length)], planned, random.NextDouble() < Conditional));
            }

            await Task.Delay(Tick);
        }

        await Task.WhenAll(asked);
    }

    private async Task AskAsync(string feed, long planned, bool isConditional)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, feed);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip");
        if (isConditional && tags.TryGetValue(feed, out var tag)) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        try
        {
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode is HttpStatusCode.OK) tags[feed] = answer.Headers.ETag!.ToString();
            else if (answer.StatusCode is not HttpStatusCode.NotModified) Interlocked.Increment(ref failures);
            times.Add(Stopwatch.GetElapsedTime(planned).TotalMilliseconds);
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref failures);
        }
    }

    private async Task PublishAsync(CancellationToken end)
    {
        for (var number = posts; !end.IsCancellationRequested; number++)
        {
            var path = Path.Combine(content, Corpus.PathOf(number));
            await File.WriteAllTextAsync(path + ".tmp", corpus.TextOf(number), CancellationToken.None);
            File.Move(path + ".tmp", path);
            await Task.Delay(PostEvery, end).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}

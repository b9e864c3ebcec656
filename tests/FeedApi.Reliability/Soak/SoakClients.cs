using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Reliability.Starve;

namespace FeedApi.Reliability.Soak;

/// <summary>
/// Readers and apps at a steady rate, half of them with conditions; every answer that is not documented is counted as wrong.
/// </summary>
/// <param name="server">Its address.</param>
/// <param name="pause">Stops them for a while.</param>
internal sealed class SoakClients(Uri server, SoakPause pause) : IDisposable
{
    private const int Clients = 12;
    private const int MaxTags = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Formats = ["rss", "atom", "json"];

    private readonly ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> wrong = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource end = new();
    private ConcurrentQueue<double> times = new();
    private ConcurrentQueue<double> searchTimes = new();
    private Task[] clients = [];

    /// <summary>Answers by what they were.</summary>
    public IReadOnlyDictionary<string, int> Answers => answers;

    /// <summary>What the documentation does not promise, and connections that failed.</summary>
    public IReadOnlyDictionary<string, int> Wrong => wrong;

    /// <summary>They begin.</summary>
    public void Start() => clients = [.. Enumerable.Range(0, Clients).Select(number => Task.Run(() => AskAsync(number)))];

    /// <summary>They end.</summary>
    public async Task StopAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(clients);
    }

    /// <summary>The times since the last call.</summary>
    public string TakeTimes() => $"{Take(ref times)}; searches {Take(ref searchTimes)}";

    /// <inheritdoc/>
    public void Dispose() => end.Dispose();

    private async Task AskAsync(int number)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 1,
            AutomaticDecompression = DecompressionMethods.All,
        })
        { BaseAddress = server, Timeout = Patience };
        var random = new Random(number);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        var due = TimeSpan.Zero;
        for (var start = Stopwatch.GetTimestamp(); !end.IsCancellationRequested; due += Interval)
        {
            var early = due - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero) await Task.Delay(early, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (pause.IsOn)
            {
                await pause.WaitAsync();
                (start, due) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
            }

            if (end.IsCancellationRequested) return;
            var (began, path) = (Stopwatch.GetTimestamp(), PathOf(random));
            await AskAsync(client, path, tags, random.Next(2) == 0);
            var isSearch = path.Contains("?q=", StringComparison.Ordinal);
            (isSearch ? searchTimes : times).Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private async Task AskAsync(HttpClient client, string path, Dictionary<string, string> tags, bool isConditional)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (isConditional && tags.TryGetValue(path, out var tag)) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.Headers.ETag is { } current && tags.Count < MaxTags) tags[path] = current.ToString();
            var code = answer.StatusCode < HttpStatusCode.BadRequest ? null : AttackAnswers.CodeIn(body);
            answers.AddOrUpdate($"{(int)answer.StatusCode} {code}".TrimEnd(), 1, (_, count) => count + 1);
            if (!IsDocumented(answer, code)) Fail($"{(int)answer.StatusCode} {code} {path}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            Fail($"{failure.GetType().Name} {failure.InnerException?.Message} {path}");
        }
    }

    private static string Take(ref ConcurrentQueue<double> queue)
    {
        double[] taken = [.. Interlocked.Exchange(ref queue, new ConcurrentQueue<double>()).Order()];
        return taken.Length == 0 ? "no answers" : string.Create(
            CultureInfo.InvariantCulture,
            $"{taken.Length} answers, p50 {taken[taken.Length / 2]:0} / p99 {taken[taken.Length * 99 / 100]:0} / max {taken[^1]:0} ms");
    }

    // What is asked for exists or has gone, and searches may find too many others waiting.
    private static bool IsDocumented(HttpResponseMessage answer, string? code) => answer.StatusCode switch
    {
        HttpStatusCode.OK or HttpStatusCode.NotModified or HttpStatusCode.MovedPermanently => true,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => code is not null,
        HttpStatusCode.ServiceUnavailable => code is "search-busy" or "search-budget" && answer.Headers.RetryAfter is not null,
        _ => false,
    };

    private static string PathOf(Random random)
    {
        var format = Formats[random.Next(Formats.Length)];
        return random.Next(9) switch
        {
            0 or 1 => $"/feed.{format}",
            2 => $"/feed.{format}?limit=50",
            3 or 4 => $"/categories/{Corpus.CategoryOf(random.Next(2_000))}/feed.{format}",
            5 => $"/api/v1/articles?limit={random.Next(10, 40)}",
            6 => $"/api/v1/articles?category={Corpus.CategoryOf(random.Next(50))}&include=total",
            7 => random.Next(2) == 0 ? "/opml.xml" : "/",
            _ => $"/api/v1/articles?q={Uri.EscapeDataString(random.Next(2) == 0 ? "版本" : "version")}&limit={random.Next(1, 20)}",
        };
    }

    private void Fail(string what) => wrong.AddOrUpdate(what, 1, (_, count) => count + 1);
}

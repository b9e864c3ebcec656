using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Upgrades;

/// <summary>200 requests a second while a server takes the place of another: each must be answered, and as before.</summary>
/// <param name="server">The server, which is ready.</param>
/// <param name="expected">The answers by address.</param>
/// <param name="comparesAnswers">False: posts have changed, so that only the status must be as before.</param>
internal sealed class UpgradeLoad(ServerProcess server, IReadOnlyDictionary<string, string> expected, bool comparesAnswers)
{
    private const int PerSecond = 200;

    // On a machine that is too slow for more, fewer are sent.
    private const int MaxInFlight = 200;

    // Among the others, every fifth.
    private const int ReadyEvery = 5;

    private static readonly string[] Formats = ["rss", "atom", "json"];

    private readonly ConcurrentDictionary<string, int> faults = new(StringComparer.Ordinal);
    private int answered;

    /// <summary>Number of right answers.</summary>
    public int Answered => answered;

    /// <summary>What was wrong, once each, and how often.</summary>
    public IEnumerable<string> Faults =>
        faults.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} ({each.Value} times)"));

    /// <summary>Asks for the answers that are to stay: of feeds, lists, searches, terms and articles.</summary>
    /// <param name="client">Asks the server.</param>
    /// <param name="posts">Some posts.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ExpectAsync(HttpClient client, IEnumerable<int> posts)
    {
        string[] addresses =
        [
            "/feed.rss?limit=100", "/feed.atom", "/feed.json", "/opml.xml", "/", "/api/v1/categories", "/api/v1/tags", "/api/v1/site",
            "/api/v1/articles?limit=100&include=total&content=html", "/api/v1/articles?q=begin&include=total,facets&limit=20",
            .. Enumerable.Range(0, SavedPost.Categories).Select(category => $"/categories/c{category}/feed.{Formats[category % 3]}"),
            .. posts.Select(post => $"/api/v1/articles/{SavedPost.IdOf(post)}"),
        ];
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses) answers[address] = await AskAsync(client, address);
        return answers;
    }

    /// <summary>Asks until it is stopped; what a killed server no longer answers does not count.</summary>
    public async Task RunAsync(Times times, CancellationToken stop)
    {
        string[] addresses = [.. expected.Keys];
        var clock = Stopwatch.StartNew();
        HashSet<Task> inFlight = [];
        for (var count = 0; !stop.IsCancellationRequested;)
        {
            inFlight.RemoveWhere(task => task.IsCompletedSuccessfully);
            for (; count < clock.Elapsed.TotalSeconds * PerSecond; count++)
            {
                if (inFlight.Count >= MaxInFlight) continue;
                var address = count % ReadyEvery == 0 ? "/health/ready" : addresses[count % addresses.Length];
                inFlight.Add(times.MeasureAsync(() => CheckAsync(address, stop)));
            }

            await Task.Delay(5, CancellationToken.None);
        }

        await Task.WhenAll(inFlight);
    }

    /// <summary>Asks for everything once, when nothing is going on any more: all answers must be as before.</summary>
    /// <param name="ignoresHistory">True: posts were read in another order than before, which archives and tombstones tell.</param>
    public async Task CheckAllAsync(bool ignoresHistory)
    {
        foreach (var (address, before) in expected)
        {
            var answer = await AskAsync(server.Client, address);
            if (answer == before || (ignoresHistory && WithoutHistory(answer) == WithoutHistory(before))) continue;
            Note($"{address}: {AnswerComparison.FirstDifference(before, answer)}");
        }
    }

    // Nor the entity tag, the second word.
    private static string WithoutHistory(string answer)
    {
        var words = answer.Split(' ', 3);
        return $"{words[0]} {AnswerComparison.Comparable(words[2])}";
    }

    private async Task CheckAsync(string address, CancellationToken stop)
    {
        try
        {
            var answer = await AskAsync(server.Client, address);
            if (FaultOf(address, answer) is not { } fault) Interlocked.Increment(ref answered);
            else Note(fault);
        }
        catch (HttpRequestException failure)
        {
            if (!stop.IsCancellationRequested) Note($"{address}: {failure.Message}");
        }
    }

    private void Note(string fault) => faults.AddOrUpdate(fault, 1, (_, times) => times + 1);

    private string? FaultOf(string address, string answer)
    {
        var isSame = expected.TryGetValue(address, out var before) && comparesAnswers
            ? answer == before
            : answer.StartsWith("200 ", StringComparison.Ordinal);
        if (isSame) return null;
        return before is null || !comparesAnswers
            ? $"{address}: {answer[..Math.Min(answer.Length, 200)]}"
            : $"{address}: {AnswerComparison.FirstDifference(before, answer)}";
    }

    private static async Task<string> AskAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return $"{(int)response.StatusCode} {response.Headers.ETag} {await response.Content.ReadAsStringAsync()}";
    }
}

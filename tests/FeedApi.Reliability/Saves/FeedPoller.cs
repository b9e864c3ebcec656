using System.Net;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using FeedApi.Benchmarks.Scale;

namespace FeedApi.Reliability.Saves;

/// <summary>A reader that polls feeds and notes whatever is torn, empty, missing or malformed.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="ledger">Takes the faults.</param>
/// <param name="alwaysThere">Posts with lower numbers exist from the beginning to the end.</param>
internal sealed class FeedPoller(HttpClient client, Ledger ledger, int alwaysThere)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly string[] Formats = ["rss", "atom", "json"];

    private readonly Times times = new();
    private int polls;

    /// <summary>How often was asked.</summary>
    public int Polls => polls;

    /// <summary>How long answers took.</summary>
    public Times Times => times;

    /// <summary>Polls fifty times a second until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var random = new Random(5);
        using var timer = new PeriodicTimer(Interval);
        List<Task> asked = [];
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var category = random.Next(SavedPost.Categories);
                asked.Add(PollAsync($"/categories/c{category}/feed.{Formats[random.Next(3)]}?limit=100", category));
                if (random.Next(5) == 0) asked.Add(PollOneAsync(random.Next(alwaysThere)));
                asked.RemoveAll(task => task.IsCompletedSuccessfully);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }

        await Task.WhenAll(asked);
    }

    private async Task PollAsync(string address, int category)
    {
        var asked = DateTime.UtcNow;
        if (await AskAsync(address, number: null) is not { } body) return;
        try
        {
            var seen = new HashSet<int>();
            foreach (var item in ItemsOf(address, body)) See(item, seen, address, asked);
            for (var number = category; number < alwaysThere; number += SavedPost.Categories)
            {
                if (!seen.Contains(number)) ledger.AddFault(number, $"post {number} is missing in a feed", asked);
            }
        }
        catch (Exception failure) when (failure is XmlException or System.Text.Json.JsonException)
        {
            ledger.AddFault(null, $"{address} is malformed: {failure.Message}", asked);
        }
    }

    private void See(string item, HashSet<int> seen, string address, DateTime asked)
    {
        if (SavedPost.NumberIn(item) is not { } number) ledger.AddFault(null, $"{address} has an item without an id", asked);
        else if (!seen.Add(number)) ledger.AddFault(number, $"post {number} is twice in a feed", asked);
        else if (SavedPost.VersionIn(number, item) is null) ledger.AddFault(number, $"post {number} is torn or empty in a feed", asked);
    }

    private async Task PollOneAsync(int number)
    {
        var asked = DateTime.UtcNow;
        var address = $"/api/v1/articles/{SavedPost.IdOf(number)}?content=text";
        if (await AskAsync(address, number) is { } body && SavedPost.VersionIn(number, body) is null)
            ledger.AddFault(number, $"post {number} is torn or empty in the API", asked);
    }

    private async Task<string?> AskAsync(string address, int? number)
    {
        var asked = DateTime.UtcNow;
        Interlocked.Increment(ref polls);
        string? body = null;
        await times.MeasureAsync(async () =>
        {
            using var response = await client.GetAsync(address);
            if (response.StatusCode == HttpStatusCode.OK) body = await response.Content.ReadAsStringAsync();
            else ledger.AddFault(number, $"{(number is null ? address : "an article")} answers {(int)response.StatusCode}", asked);
        });
        return body;
    }

    private static IEnumerable<string> ItemsOf(string address, string body) => address.Contains(".json", StringComparison.Ordinal)
        ? JsonNode.Parse(body)!["items"]!.AsArray().Select(item => item!.ToJsonString())
        : XDocument.Parse(body)
            .Descendants()
            .Where(element => element.Name.LocalName is "item" or "entry")
            .Select(element => element.ToString());
}

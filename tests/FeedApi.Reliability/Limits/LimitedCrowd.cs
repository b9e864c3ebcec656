using System.Collections.Concurrent;
using System.Net;

namespace FeedApi.Reliability.Limits;

/// <summary>Clients that ask for everything at once, each request on a connection of its own.</summary>
internal sealed class LimitedCrowd(Uri server, int seed)
{
    private const int Clients = 48;
    private const int Requests = 12;

    // A connection that waits for a free descriptor is given up, as clients do.
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromSeconds(10);

    private static readonly string[] Addresses =
    [
        "/feed.rss?limit=100", "/feed.atom", "/feed.json?limit=100", "/api/v1/articles?limit=100&content=html", "/api/v1/articles?q=观测站",
        "/opml.xml", "/", "/api/v1/categories?limit=100", "/feed.rss?q=港务局", "/api/v1/changes?since=0", "/categories/source1/feed.atom",
        "/search?q=码头", "/health/ready",
    ];

    private readonly ConcurrentDictionary<string, int> faults = new();
    private int answers;
    private int refusals;
    private int unconnected;

    /// <summary>Answers.</summary>
    public int Answers => answers;

    /// <summary>Refusals that the documentation knows: 429, and 503 with the time after which to come again.</summary>
    public int Refusals => refusals;

    /// <summary>Requests for which there was no connection.</summary>
    public int Unconnected => unconnected;

    /// <summary>What was no right answer.</summary>
    public IEnumerable<string> Faults => faults.Select(fault => $"{fault.Key} ({fault.Value} times)");

    /// <summary>Asks.</summary>
    public Task RunAsync() =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => AskAsync(new Random(seed + client)))));

    private async Task AskAsync(Random random)
    {
        for (var i = 0; i < Requests; i++)
        {
            var address = Addresses[random.Next(Addresses.Length)];
            using var client = new HttpClient { BaseAddress = server, Timeout = GivenUpAfter };
            client.DefaultRequestHeaders.ConnectionClose = true;
            try
            {
                using var response = await client.GetAsync(address);
                Take(address, response);
            }
            catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
            {
                Interlocked.Increment(ref unconnected);
            }
        }
    }

    private void Take(string address, HttpResponseMessage response)
    {
        var isOfHealth = address.StartsWith("/health", StringComparison.Ordinal);
        var isDocumented = response.Headers.RetryAfter is not null || isOfHealth;
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable && isDocumented)
            Interlocked.Increment(ref refusals);
        else if ((int)response.StatusCode >= 500)
            faults.AddOrUpdate($"{address} answers {(int)response.StatusCode}", 1, (_, times) => times + 1);
        else
            Interlocked.Increment(ref answers);
    }
}

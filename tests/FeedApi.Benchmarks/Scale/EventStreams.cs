using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Scale;

/// <summary>
/// Streams of events: <c>events N</c> opens many over a site of N posts, saves a hundred posts one by one, and prints how long each takes
/// until every stream has told of it, and until it is in its feed, and what memory a stream takes.
/// </summary>
internal sealed class EventStreams : IDisposable
{
    private const int Saves = 100;

    // Nobody writes in it.
    private const string Quiet = "/api/v1/events?from=2100-01-01";
    private const string All = "/api/v1/events?fields=title";

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Times received = new();
    private readonly Times first = new();
    private readonly Times shown = new();
    private readonly List<HttpResponseMessage> open = [];
    private readonly HttpClient client;
    private TaskCompletionSource? allTold;
    private Stopwatch clock = new();
    private string expected = "";
    private int left;

    private EventStreams(Uri address) => client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100_000 })
    {
        BaseAddress = address,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Measures; everything is written below the temporary folder and removed.</summary>
    /// <param name="posts">How many posts the site has.</param>
    /// <param name="idle">Streams in which nothing happens.</param>
    /// <param name="busy">Streams that get every event.</param>
    public static async Task<int> RunAsync(int posts, int idle, int busy)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-events-").FullName;
        try
        {
            var content = Path.Combine(root, "content");
            new Corpus().WriteTo(content, posts);
            using var server = ServerProcess.Start(
                content, Path.Combine(root, "data"));
            await server.UntilWholeAsync();
            using var streams = new EventStreams(server.Address);
            await streams.MeasureAsync(server, content, idle, busy);
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var response in open) response.Dispose();
        client.Dispose();
    }

    private async Task MeasureAsync(ServerProcess server, string content, int idle, int busy)
    {
        // What the program needs for the first of them it does not need for each.
        await OpenAsync(All, Math.Min(10, busy));
        await Task.Delay(Settling);
        var before = server.AnonymousMegabytes;
        await OpenAsync(Quiet, idle);
        await Task.Delay(Settling);
        var perStream = (server.AnonymousMegabytes - before) * 1_024 / idle;
        await OpenAsync(All, busy - Math.Min(10, busy));
        var corpus = new Corpus();
        for (var number = -1; number >= -Saves; number--) await SaveAsync(server, content, corpus, number, busy);
        Print($"{idle} idle and {busy} busy streams");
        Print($"memory of an idle stream: {perStream:0.0} KB");
        Print($"from a save to an event, in all busy streams: {received}");
        Print($"from a save to its event in the first stream: {first}");
        Print($"from a save to its feed: {shown}");
        Print($"event to feed, of the medians: {first.Percentile(50) / shown.Percentile(50):0.00}");
    }

    private async Task OpenAsync(string address, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            open.Add(response);
            var body = await response.Content.ReadAsStreamAsync();
            if (address == All) _ = FollowAsync(body);
        }
    }

    private async Task FollowAsync(Stream body)
    {
        try
        {
            await foreach (var item in SseParser.Create(body).EnumerateAsync())
            {
                if (item.EventType == "article.published") Note(item.Data);
            }
        }
        catch (Exception end) when (end is IOException or HttpRequestException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }

    private void Note(string data)
    {
        lock (gate)
        {
            if (expected.Length == 0 || !data.Contains(expected, StringComparison.Ordinal)) return;
            var time = clock.Elapsed;
            received.Add(time);
            if (--left == 0) allTold!.TrySetResult();
            if (first.Count < shown.Count + 1) first.Add(time);
        }
    }

    private async Task SaveAsync(ServerProcess server, string content, Corpus corpus, int number, int busy)
    {
        var path = Path.Combine(content, Corpus.PathOf(number));
        var slug = Path.GetFileNameWithoutExtension(path)["2026-01-01-".Length..];
        await File.WriteAllTextAsync(path + ".tmp", corpus.TextOf(number));
        lock (gate)
        {
            (expected, left, clock) = (slug, busy, new Stopwatch());
            allTold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        clock.Start();
        File.Move(path + ".tmp", path);
        await server.UntilAsync(
            $"/categories/{Corpus.CategoryOf(number)}/feed.rss", body => body.Contains(slug, StringComparison.Ordinal));
        var inFeed = clock.Elapsed;
        await allTold.Task.WaitAsync(TimeSpan.FromMinutes(1));
        lock (gate) shown.Add(inFeed);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

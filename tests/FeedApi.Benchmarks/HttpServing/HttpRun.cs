using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;
using FeedApi.Tests.Hosting;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>
/// Compares FeedApi with nginx and Caddy over the same bytes, and loads what only FeedApi has: <c>http [PART...] [--long]</c>.
/// </summary>
/// <remarks>Needs the programs nginx, caddy, wrk and h2load.</remarks>
public sealed class HttpRun
{
    // 60 KB of feed.
    private const string FeedSettings = "feed: {posts_limit: 10}\n";
    private const int Posts = 10_000;
    private const int Pairs = 5;
    private const int Seconds = 4;
    private const int PollSeconds = 60;
    private const long Requests = 1_000_000, ManyRequests = 10_000_000;

    private readonly Corpus corpus = new();
    private readonly string root;
    private readonly IReadOnlyCollection<string> parts;
    private readonly long requests;

    private HttpRun(string root, IReadOnlyCollection<string> parts, bool isLong) =>
        (this.root, this.parts, requests) = (root, parts, isLong ? ManyRequests : Requests);

    /// <summary>The names of what can be measured.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["nginx", "caddy", "api", "poll", "allocation", "memory"];

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    /// <summary>Measures; everything is written below the temporary folder and removed.</summary>
    /// <param name="parts">Of <see cref="Parts"/>; all of them when empty.</param>
    /// <param name="isLong">True: memory is looked at after ten million requests instead of one million.</param>
    public static async Task<int> RunAsync(IReadOnlyCollection<string> parts, bool isLong)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-http-").FullName;
        try
        {
            await new HttpRun(root, parts, isLong).RunAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RunAsync()
    {
        corpus.WriteTo(Content, Posts);
        await File.AppendAllTextAsync(Path.Combine(Content, "_config.yml"), FeedSettings);
        using (var ours = await WebServer.StartFeedApiAsync(ServerOutput.OwnProgram, Content, Data))
        {
            await CompareAsync(ours);
            if (Has("api")) PrintApi(ours);
            if (Has("memory")) await PrintMemoryAsync(ours);
            if (Has("poll")) await new Polling(ours, corpus, Content, Posts).RunAsync(PollSeconds);
        }

        if (Has("allocation")) await Allocation.PrintAsync(Content, Data);
    }

    private bool Has(string part) => parts.Count == 0 || parts.Contains(part);

    private async Task CompareAsync(WebServer ours)
    {
        using var client = new HttpClient();
        var feed = await client.GetByteArrayAsync(new Uri(ours.Address, "/feed.rss"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"a feed of {feed.Length} bytes, {Environment.ProcessorCount} cores for server and client"));
        var files = new StaticFiles(root);
        files.Write(feed);
        if (Has("nginx"))
        {
            using var port = new HeldPort();
            using var nginx = await files.StartNginxAsync(port);
            await new Comparison(ours, nginx, Pairs, Seconds).PrintAsync();
        }

        if (!Has("caddy")) return;
        using var caddyPort = new HeldPort();
        using var caddy = await files.StartCaddyAsync(caddyPort);
        await new Comparison(ours, caddy, Pairs, Seconds).PrintAsync();
    }

    private void PrintApi(WebServer ours)
    {
        const string gzip = "Accept-Encoding: gzip";
        Print("API list, cached", SecondOf(() => LoadPrograms.Wrk(ours, "/api/v1/articles", Seconds * 2, gzip)));
        Print("API list, uncached", new UncachedLists(root, Posts).Measure(ours, Seconds * 2));
    }

    // The first load warms up.
    private static Load SecondOf(Func<Load> load)
    {
        load();
        return load();
    }

    private async Task PrintMemoryAsync(WebServer ours)
    {
        var fields = await ServingCase.All[0].FieldsForAsync(ours);
        LoadPrograms.Wrk(ours, "/feed.rss", Seconds, fields);
        var before = ours.AnonymousMegabytes;
        var done = 0.0;
        while (done < requests) done += LoadPrograms.Wrk(ours, "/feed.rss", Seconds, fields).PerSecond * Seconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"memory before and after {done:0} requests: {before:0.0} MB, {ours.AnonymousMegabytes:0.0} MB"));
    }

    private static void Print(string name, Load load) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-22} requests/s {load.PerSecond:0}, CPU {load.CpuMicroseconds:0} us, p99 {load.P99Milliseconds:0.00} ms, "
            + $"failures {load.Failures}"));
}

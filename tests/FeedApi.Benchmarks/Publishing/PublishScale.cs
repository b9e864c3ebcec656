using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;
using FeedApi.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace FeedApi.Benchmarks.Publishing;

/// <summary>Runs the whole program over a generated folder and prints how fast it indexes, starts again, and shows a new post.</summary>
public static class PublishScale
{
    private const int NewPosts = 20;

    /// <summary>Measures; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(int posts)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-bench-").FullName;
        try
        {
            var corpus = new Corpus();
            corpus.WriteTo(Path.Combine(root, "content"), posts);
            Print("posts", posts);

            var clock = Stopwatch.StartNew();
            var (server, client) = await StartAsync(root);
            Print("first start, s", clock.Elapsed.TotalSeconds);
            Print("posts a second", posts / clock.Elapsed.TotalSeconds);
            await StopAsync(server, client);

            clock.Restart();
            (server, client) = await StartAsync(root);
            Print("second start, s", clock.Elapsed.TotalSeconds);
            Print("save to feed, ms (median)", await SaveToFeedAsync(root, corpus, posts, client));
            await StopAsync(server, client);
            Print("index, MB", new FileInfo(Path.Combine(root, "data", IndexName.Database)).Length / 1e6);
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<(WebApplication Server, HttpClient Client)> StartAsync(string root)
    {
        var server = FeedServer.Create(
            ["--content", Path.Combine(root, "content"), "--data", Path.Combine(root, "data"), "--urls", "http://127.0.0.1:0"],
            builder => builder.Logging.ClearProviders());
        await server.StartAsync();
        var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode) await Task.Delay(10);
        return (server, client);
    }

    private static async Task StopAsync(WebApplication server, HttpClient client)
    {
        client.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private static async Task<double> SaveToFeedAsync(string root, Corpus corpus, int posts, HttpClient client)
    {
        var times = new List<double>();
        for (var number = posts; number < posts + NewPosts; number++)
        {
            var slug = Path.GetFileNameWithoutExtension(Corpus.PathOf(number))["2026-01-01-".Length..];
            var text = corpus.TextOf(number);
            var category = Corpus.CategoryOf(number);
            var clock = Stopwatch.StartNew();
            await File.WriteAllTextAsync(Path.Combine(root, "content", Corpus.PathOf(number)), text);
            var feed = $"/categories/{category}/feed.rss?sort=-updated&limit=100";
            while (!(await ReadAsync(client, feed)).Contains(slug, StringComparison.Ordinal)) await Task.Delay(5);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    // The category may be a new one, whose feed is not there yet.
    private static async Task<string> ReadAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : "";
    }

    private static void Print(string figure, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-28} {value,12:0.##}"));
}

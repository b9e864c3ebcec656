using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Scale;

/// <summary>
/// Writes very many files at once, as git and rsync do, and measures what readers notice: <c>mass N</c> on a site of N posts.
/// </summary>
public static class MassChange
{
    private const int Files = 20_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Indexes a generated site and changes it; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(int posts)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-mass-").FullName;
        try
        {
            var (corpus, content) = (new Corpus(), Path.Combine(root, "content"));
            corpus.WriteTo(content, posts);
            using var server = ServerProcess.Start(content, Path.Combine(root, "data"));
            await server.UntilWholeAsync();
            await MeasureAsync(server, corpus, content, posts);
            await server.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Adds the posts that come after the first so many, asking for feeds fifty times a second meanwhile.</summary>
    internal static async Task MeasureAsync(ServerProcess server, Corpus corpus, string content, int posts)
    {
        var before = await server.TotalAsync();
        using var done = new CancellationTokenSource();
        var asking = AskAsync(server, posts, done.Token);
        var clock = Stopwatch.StartNew();
        Parallel.For(
            posts, posts + Files, number => File.WriteAllText(Path.Combine(content, Corpus.PathOf(number)), corpus.TextOf(number)));
        var written = clock.Elapsed;
        while (await server.TotalAsync() < before + Files) await Task.Delay(5 * Interval);
        var seen = clock.Elapsed;
        await done.CancelAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{$"{Files} files at once",-32} written in {written.TotalSeconds:0.0} s, all served after {seen.TotalSeconds:0.0} s"));
        Console.WriteLine($"{"requests meanwhile",-32} {await asking}");
    }

    private static async Task<Times> AskAsync(ServerProcess server, int posts, CancellationToken done)
    {
        var (times, random, asked) = (new Times(), new Random(3), new List<Task>());
        using var timer = new PeriodicTimer(Interval);
        while (!done.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var feed = $"/categories/{Corpus.CategoryOf(random.Next(posts))}/feed.rss";
            asked.Add(times.MeasureAsync(async () => await server.Client.GetByteArrayAsync(feed)));
        }

        await Task.WhenAll(asked);
        return times;
    }
}

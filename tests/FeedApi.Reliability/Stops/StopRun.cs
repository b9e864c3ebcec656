using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Stops;

/// <summary>Stops the server many times while readers use it, and counts the answers that got lost: <c>stops N</c>.</summary>
/// <remarks>
/// Connections of every kind: busy ones, ones that rest between requests, new ones for each request. A request that was sent and got no
/// whole answer counts as failed, whatever the reason; a connection that was refused, or closed before anything was sent on it, does not.
/// </remarks>
internal static class StopRun
{
    private const int Posts = 300;
    private const int BusyReaders = 24;
    private const int RestingReaders = 200;
    private const int NewcomingReaders = 8;
    private static readonly string[] Paths = ["/feed.rss", "/feed.atom?limit=100", "/feed.json", "/api/v1/articles?limit=50", "/opml.xml"];

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    /// <param name="range">The stops.</param>
    /// <param name="report">Where lost answers are noted.</param>
    public static async Task RunAsync(FaultRange range, FaultReport report)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-stops-").FullName;
        try
        {
            var content = Path.Combine(root, "content");
            new Corpus().WriteTo(content, Posts);
            var longest = TimeSpan.Zero;
            var whole = 0L;
            foreach (var number in range.Numbers)
            {
                var outcomes = new ReaderOutcomes();
                var load = LoadBefore(range.RandomOf(number));
                var (code, took) = await StopOnceAsync(content, Path.Combine(root, "data"), load, outcomes);
                if (outcomes.Answered > 0) report.CountFired();
                if (outcomes.Failed > 0) report.Add(number, outcomes.ToString());
                if (code != 0) report.Add(number, string.Create(CultureInfo.InvariantCulture, $"exit code {code}"));
                whole += outcomes.Answered;
                if (took > longest) longest = took;
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{whole} whole answers; longest stop {longest.TotalSeconds:0.0} s"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // Documents are made, cached or being compressed.
    private static TimeSpan LoadBefore(Random random) => TimeSpan.FromMilliseconds(random.Next(200, 1_200));

    private static async Task<(int Code, TimeSpan Took)> StopOnceAsync(
        string content, string data, TimeSpan load, ReaderOutcomes outcomes)
    {
        using var server = ServerProcess.Start(content, data);
        await server.UntilAsync("/feed.rss", _ => true);
        using var end = new CancellationTokenSource();
        Task[] readers = [.. ReadersOf(server.Address, outcomes).Select(reader => Task.Run(() => reader.RunAsync(end.Token)))];
        await Task.Delay(load);
        var begun = server.Age;
        var code = await server.StopAsync();
        var took = server.Age - begun;
        await end.CancelAsync();
        await Task.WhenAll(readers);
        return (code, took);
    }

    private static IEnumerable<Reader> ReadersOf(Uri server, ReaderOutcomes outcomes)
    {
        for (var i = 0; i < BusyReaders; i++)
            yield return new Reader(server, Paths[i % Paths.Length], TimeSpan.Zero, int.MaxValue, outcomes);
        for (var i = 0; i < RestingReaders; i++)
            yield return new Reader(server, Paths[i % Paths.Length], TimeSpan.FromMilliseconds(50 + (i * 7)), int.MaxValue, outcomes);
        for (var i = 0; i < NewcomingReaders; i++)
            yield return new Reader(server, Paths[i % Paths.Length], TimeSpan.FromMilliseconds(2), 1, outcomes);
    }
}

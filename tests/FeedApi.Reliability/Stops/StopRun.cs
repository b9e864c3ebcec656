using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

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
    private static readonly TimeSpan LoadBefore = TimeSpan.FromMilliseconds(700);
    private static readonly string[] Paths = ["/feed.rss", "/feed.atom?limit=100", "/feed.json", "/api/v1/articles?limit=50", "/opml.xml"];

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    /// <returns>0 when nothing failed.</returns>
    public static async Task<int> RunAsync(int times)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-stops-").FullName;
        try
        {
            var content = Path.Combine(root, "content");
            new Corpus().WriteTo(content, Posts);
            var outcomes = new ReaderOutcomes();
            var wrongCodes = 0;
            var longest = TimeSpan.Zero;
            for (var i = 1; i <= times; i++)
            {
                var (code, took) = await StopOnceAsync(content, Path.Combine(root, "data"), outcomes);
                if (code != 0) wrongCodes++;
                if (took > longest) longest = took;
                if (i % 20 == 0 || i == times)
                {
                    Console.WriteLine(
                        $"{i} stops: {outcomes}; {wrongCodes} exit codes other than 0; longest stop {longest.TotalSeconds:0.0} s");
                }
            }

            return outcomes.Failed == 0 && wrongCodes == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<(int Code, TimeSpan Took)> StopOnceAsync(string content, string data, ReaderOutcomes outcomes)
    {
        using var server = ServerProcess.Start(content, data);
        await server.UntilAsync("/feed.rss", _ => true);
        using var end = new CancellationTokenSource();
        Task[] readers = [.. ReadersOf(server.Address, outcomes).Select(reader => Task.Run(() => reader.RunAsync(end.Token)))];
        await Task.Delay(LoadBefore);
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

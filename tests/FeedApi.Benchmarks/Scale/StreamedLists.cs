using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Scale;

/// <summary>
/// All articles in one answer: <c>streams N</c> asks a server that has just been started for the first tenth of N posts and for all of
/// them, and prints what memory it had before, at most meanwhile, and after. It is flat when both take the same.
/// </summary>
public static class StreamedLists
{
    private const int Share = 10;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly string[] Forms = ["csv", "ndjson"];
    private static readonly string[] Contents = ["none", "html"];

    /// <summary>Indexes a generated site and asks; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(int posts)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-streams-").FullName;
        try
        {
            var (content, data) = (Path.Combine(root, "content"), Path.Combine(root, "data"));
            new Corpus().WriteTo(content, posts);
            using (var server = ServerProcess.Start(content, data))
            {
                await server.UntilWholeAsync();
                await server.StopAsync();
            }

            foreach (var form in Forms)
            {
                foreach (var kind in Contents)
                {
                    var query = $"/api/v1/articles.{form}?content={kind}";
                    var oldest = DateTimeOffset.FromUnixTimeSeconds(Corpus.InstantOf((posts / Share) - 1));
                    await MeasureAsync(content, data, $"{query}&from={oldest:yyyy-MM-ddTHH:mm:ssZ}", form == "csv");
                    await MeasureAsync(content, data, query, form == "csv");
                }
            }

            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task MeasureAsync(string content, string data, string address, bool isTable)
    {
        using var server = ServerProcess.Start(content, data);
        await server.UntilWholeAsync();
        await server.TotalAsync();
        var before = server.AnonymousMegabytes;
        using var done = new CancellationTokenSource();
        var watching = MostAsync(server, done.Token);
        var clock = Stopwatch.StartNew();
        var (rows, bytes, first) = await ReadAsync(server, address, isTable);
        var seconds = clock.Elapsed.TotalSeconds;
        await done.CancelAsync();
        var most = await watching;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{address}: {rows} rows, {bytes / 1e6:0.0} MB in {seconds:0.0} s, the first after {first.TotalMilliseconds:0} ms; "
                + $"memory in MB: {before:0} before, {most:0} at most, {server.AnonymousMegabytes:0} after"));
        await server.StopAsync();
    }

    // A line of a table may end within quotes; no line of JSON does.
    private static async Task<(int Rows, long Bytes, TimeSpan First)> ReadAsync(ServerProcess server, string address, bool isTable)
    {
        var clock = Stopwatch.StartNew();
        using var response = await server.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, rows, isQuoted, bytes, first) = (new byte[64 * 1024], isTable ? -1 : 0, false, 0L, TimeSpan.Zero);
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            if (bytes == 0) first = clock.Elapsed;
            bytes += read;
            foreach (var each in buffer.AsSpan(0, read))
            {
                if (isTable && each == '"') isQuoted = !isQuoted;
                else if (each == '\n' && !isQuoted) rows++;
            }
        }

        return (rows, bytes, first);
    }

    private static async Task<double> MostAsync(ServerProcess server, CancellationToken done)
    {
        var most = 0.0;
        while (!done.IsCancellationRequested)
        {
            most = Math.Max(most, server.AnonymousMegabytes);
            await Task.Delay(Interval, CancellationToken.None);
        }

        return most;
    }
}

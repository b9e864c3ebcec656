using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Kills;

/// <summary>
/// Kills the server with SIGKILL at random moments. After each kill the index must be whole, and the next server that is not killed while
/// it starts must show what is in the folder, in its last version and nothing else.
/// </summary>
/// <remarks>
/// Of four kills one is of a server that fills an index, one of a server that recovers from the kill before, and two of live servers, which
/// were compared with the folder first.
/// </remarks>
internal sealed class KillsRun
{
    private const int Posts = 300;
    private const int MaxSavesWhileDown = 12;
    private const int MaxLiveMilliseconds = 500;

    // A start takes about half a second, indexing everything half of one more.
    private const int MaxStartMilliseconds = 1_200;

    private static readonly KillMoment[] Moments = [KillMoment.Indexing, KillMoment.Live, KillMoment.Recovery, KillMoment.Live];

    private readonly Dictionary<int, int> versions = [];
    private readonly string root;
    private readonly FaultReport report;
    private readonly Times restarts = new();
    private int next = Posts;

    private KillsRun(string root, FaultReport report) => (this.root, this.report) = (root, report);

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-kills-").FullName;
        try
        {
            await new KillsRun(root, report).RunAsync(range, cancellation);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RunAsync(FaultRange range, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        await File.WriteAllTextAsync(Path.Combine(Content, "_config.yml"), "title: Kills\nurl: https://kills.example\n", cancellation);
        for (var number = 0; number < Posts; number++) await File.WriteAllTextAsync(PathOf(number), TextOfNext(number), cancellation);
        foreach (var number in range.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            await KillAsync(number, range.RandomOf(number));
        }

        using (var server = ServerProcess.Start(Content, Data, PatientSearch.Options))
            await CompareAsync(server, range.From + range.Count - 1);
        var moments = range.Numbers.CountBy(MomentOf).Select(moment => $"{moment.Value} {moment.Key}");
        Console.WriteLine($"{string.Join(", ", moments)}; restart to everything right: {restarts}");
    }

    private static KillMoment MomentOf(int number) => Moments[number % Moments.Length];

    private async Task KillAsync(int number, Random random)
    {
        var pattern = new SavePattern(random);
        var moment = MomentOf(number);
        if (moment == KillMoment.Indexing && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        using (var server = ServerProcess.Start(Content, Data, PatientSearch.Options))
        {
            if (moment == KillMoment.Live)
            {
                await restarts.MeasureAsync(() => CompareAsync(server, number));
                var until = Stopwatch.StartNew();
                for (var milliseconds = random.Next(MaxLiveMilliseconds); until.ElapsedMilliseconds < milliseconds;)
                    await ChangeAsync(random, pattern);
            }
            else
            {
                await Task.Delay(random.Next(MaxStartMilliseconds));
            }

            if (server.HasExited) report.Add(number, "the server ended by itself");
            else report.CountFired();
            server.Kill();
        }

        if (IndexCheck.FaultOf(Data) is { } fault) report.Add(number, $"{moment}: {fault}");
        for (var save = random.Next(MaxSavesWhileDown); save > 0; save--) await ChangeAsync(random, pattern);
    }

    private async Task ChangeAsync(Random random, SavePattern pattern)
    {
        var existing = versions.Keys.ElementAt(random.Next(versions.Count));
        if (random.Next(10) == 0)
        {
            File.Delete(PathOf(existing));
            versions.Remove(existing);
            return;
        }

        // Moves are for the program of saves, and slow writers would hold up the kill.
        var number = random.Next(5) == 0 ? next++ : existing;
        var name = SavePattern.Names[random.Next(SavePattern.Names.Count - 2)];
        await pattern.SaveAsync(name, PathOf(number), PathOf(number), TextOfNext(number));
    }

    private string TextOfNext(int number) => SavedPost.TextOf(number, versions[number] = versions.GetValueOrDefault(number) + 1);

    private string PathOf(int number) => Path.Combine(Content, "_posts", SavedPost.IdOf(number) + ".md");

    private async Task CompareAsync(ServerProcess server, int kill)
    {
        foreach (var fault in await ShownPosts.FaultsAsync(server, versions, string.Create(CultureInfo.InvariantCulture, $"kill {kill}")))
            report.Add(kill, fault);
    }
}

using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Kills;

/// <summary>
/// Kills the server with SIGKILL at random moments of indexing and of live updates, and after each restart compares what it shows with the
/// folder: <c>kills N [SEED]</c>. Ends with 1 when anything was lost, stale or damaged.
/// </summary>
public sealed class KillsRun
{
    private const int Posts = 1_500;
    // One kill in so many is of a server that has no index yet.
    private const int FreshEvery = 5;
    private const int MaxSavesWhileDown = 20;

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Random random;
    private readonly SavePattern pattern;
    private readonly Dictionary<int, int> versions = [];
    private readonly string root;
    private readonly Times restarts = new();
    private readonly List<string> faults = [];
    private int next = Posts;
    private int killedIndexing;
    private int killedLive;

    private KillsRun(string root, int seed) => (this.root, random, pattern) = (root, new Random(seed), new SavePattern(new Random(seed)));

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(int kills, int seed)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-kills-").FullName;
        try
        {
            return await new KillsRun(root, seed).RunAsync(kills);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task<int> RunAsync(int kills)
    {
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        await File.WriteAllTextAsync(Path.Combine(Content, "_config.yml"), "title: Kills\nurl: https://kills.example\n");
        for (var number = 0; number < Posts; number++) await WriteAsync(number, "rsync");
        var clock = Stopwatch.StartNew();
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % FreshEvery == 0 && Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
            if (random.Next(2) == 0) await KillWhileStartingAsync();
            else await KillWhileLiveAsync($"kill {kill}");
            CheckIndex($"kill {kill}");
            for (var save = random.Next(MaxSavesWhileDown); save > 0; save--) await ChangeAsync();
        }

        using (var server = ServerProcess.Start(Content, Data, PatientSearch.Options)) await CompareAsync(server, "the end");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills in {clock.Elapsed.TotalSeconds:0} s: {killedIndexing} while starting or indexing, {killedLive} live"));
        Console.WriteLine($"restart to everything right: {restarts}");
        foreach (var fault in faults) Console.WriteLine("FAULT " + fault);
        return faults.Count == 0 ? 0 : 1;
    }

    // A start takes about half a second, indexing everything another one.
    private async Task KillWhileStartingAsync()
    {
        killedIndexing++;
        using var server = ServerProcess.Start(Content, Data, PatientSearch.Options);
        await Task.Delay(random.Next(1_800));
        server.Kill();
    }

    private async Task KillWhileLiveAsync(string when)
    {
        killedLive++;
        using var server = ServerProcess.Start(Content, Data, PatientSearch.Options);
        await restarts.MeasureAsync(() => CompareAsync(server, when));
        var until = Stopwatch.StartNew();
        for (var milliseconds = random.Next(1_000); until.ElapsedMilliseconds < milliseconds;) await ChangeAsync();
        server.Kill();
    }

    private async Task ChangeAsync()
    {
        if (random.Next(10) == 0)
        {
            File.Delete(PathOf(versions.Keys.ElementAt(random.Next(versions.Count)), out var gone));
            versions.Remove(gone);
            return;
        }

        var number = random.Next(5) == 0 ? next++ : versions.Keys.ElementAt(random.Next(versions.Count));
        await WriteAsync(number, SavePattern.Names[random.Next(SavePattern.Names.Count - 2)]);
    }

    private async Task WriteAsync(int number, string name)
    {
        versions[number] = versions.GetValueOrDefault(number) + 1;
        var path = PathOf(number, out _);
        await pattern.SaveAsync(name, path, path, SavedPost.TextOf(number, versions[number]));
    }

    private string PathOf(int number, out int same) => Path.Combine(Content, "_posts", SavedPost.IdOf(same = number) + ".md");

    // Everything that is in the folder is shown in its last version, and nothing else; counts and search agree.
    private async Task CompareAsync(ServerProcess server, string when)
    {
        var expected = versions.ToDictionary(
            each => SavedPost.IdOf(each.Key), each => SavedPost.TitleOf(each.Key, each.Value), StringComparer.Ordinal);
        await server.UntilAsync("/health/ready", _ => true);
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var shown = await ArticleTitles.ReadAsync(server.Client);
            var wrong = expected.Where(each => shown.GetValueOrDefault(each.Key) != each.Value)
                .Select(each => each.Key)
                .Concat(shown.Keys.Except(expected.Keys))
                .ToList();
            if (wrong.Count == 0) break;
            if (clock.Elapsed > Patience)
            {
                faults.Add($"{when}: {wrong.Count} posts are wrong, among them {wrong[0]}");
                return;
            }

            await Task.Delay(20);
        }

        foreach (var fault in await ArticleCounts.FaultsAsync(server.Client, versions.Keys)) faults.Add($"{when}: {fault}");
    }

    private void CheckIndex(string when)
    {
        if (IndexCheck.FaultOf(Data) is { } fault) faults.Add($"{when}: {fault}");
    }
}

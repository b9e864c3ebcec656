using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Crashes;

/// <summary>
/// Records the writes of a server to its index, makes of them states that a power cut may leave, and starts a server on each: it must
/// answer as one with a fresh index.
/// </summary>
internal sealed class CrashesRun
{
    private const int Posts = 40;
    private const int Saves = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string root;
    private readonly FaultReport report;
    private List<DiskOperation> operations = [];
    private IReadOnlyDictionary<string, string> truth = new Dictionary<string, string>();
    private int rebuilt;

    private CrashesRun(string root, FaultReport report) => (this.root, this.report) = (root, report);

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    private string Before => Path.Combine(root, "before");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-crashes-").FullName;
        try
        {
            var run = new CrashesRun(root, report);
            await run.RecordAsync();
            foreach (var number in range.Numbers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await run.CrashAsync(number, range.RandomOf(number));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.operations.Count} operations recorded; {run.rebuilt} states were built anew, the others taken as they were"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RecordAsync()
    {
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        await File.WriteAllTextAsync(Path.Combine(Content, "_config.yml"), "title: Crashes\nurl: https://crashes.example\n");
        for (var number = 0; number < Posts; number++) await WriteAsync(number, 1);
        using (var server = ServerProcess.Start(Content, Data, PatientSearch.Options))
        {
            await server.UntilWholeAsync();
            await server.StopAsync();
        }

        Copy(Data, Before);
        var log = Path.Combine(root, "strace");
        string[] launcher = ["strace", .. DiskOperation.StraceOptions.Split(' '), "-o", log];
        using (var server = ServerProcess.StartBy(launcher, Content, Data, PatientSearch.Options))
        {
            await server.UntilWholeAsync();
            for (var save = 0; save < Saves; save++)
            {
                await WriteAsync(save % (Posts + 10), 2 + (save / (Posts + 10)));
                // A transaction each, most of them.
                await Task.Delay(60);
            }

            await server.UntilAsync("/api/v1/articles?limit=100", list => Enumerable.Range(0, Saves).All(save =>
                save + Posts + 10 < Saves
                || list.Contains(SavedPost.TitleOf(save % (Posts + 10), 2 + (save / (Posts + 10))), StringComparison.Ordinal)));
            truth = await AnswerComparison.ReadAsync(server.Client);
            await server.StopAsync();
        }

        operations = DiskOperation.ReadAll(log);
        if (operations.Count == 0) throw new InvalidOperationException("strace has recorded nothing; install it.");
    }

    private async Task CrashAsync(int number, Random random)
    {
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        Copy(Before, Data);
        var lost = CrashState.Apply(Data, operations, random.Next(operations.Count + 1), random);
        if (lost > 0) report.CountFired();
        using var server = ServerProcess.Start(Content, Data, PatientSearch.Options);
        await server.UntilWholeAsync();
        foreach (var (address, expected) in truth) await CompareAsync(server, number, address, expected);
        if (File.Exists(Path.Combine(Data, "index.set-aside.db"))) rebuilt++;
        server.Kill();
    }

    // What was lost is taken from the posts in the background.
    private async Task CompareAsync(ServerProcess server, int number, string address, string expected)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var answer = await AnswerComparison.AskAsync(server.Client, address);
            if (answer == expected) return;
            if (answer.StartsWith("500", StringComparison.Ordinal) || clock.Elapsed > Patience)
            {
                report.Add(number, $"{address}: {AnswerComparison.FirstDifference(expected, answer)}");
                return;
            }

            await Task.Delay(50);
        }
    }

    private async Task WriteAsync(int number, int version)
    {
        var path = Path.Combine(Content, "_posts", SavedPost.IdOf(number) + ".md");
        await File.WriteAllTextAsync(path + ".tmp", SavedPost.TextOf(number, version));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, IndexName.Database + "*"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}

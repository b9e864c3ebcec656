using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Flips;

/// <summary>
/// Flips bits of the index, some at a time and no two in one page, and compares everything that the server answers with what it answered
/// before: while it runs, before it starts, and in the log of a server that was killed.
/// </summary>
internal sealed class FlipsRun
{
    private const int Posts = 150;
    private const int Edited = 20;
    private const int AtOnce = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Nothing is answered from memory.
    private static readonly string[] Options = [.. PatientSearch.Options, "--Cache:MaxBytes", "1"];

    private readonly string root;
    private readonly FaultReport report;
    private IReadOnlyDictionary<string, string> truth = new Dictionary<string, string>();
    private int mended;
    private int compared;
    private int refused;

    private FlipsRun(string root, FaultReport report) => (this.root, this.report) = (root, report);

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    private string Pristine => Path.Combine(root, "pristine");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-flips-").FullName;
        try
        {
            var run = new FlipsRun(root, report);
            await run.PrepareAsync();
            // The kind of a part depends on its first number only, so that parts of a run add up.
            foreach (var part in range.Numbers.Chunk(AtOnce))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await run.RunPartAsync(range, part);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.mended} bits as before again, {run.compared} answers compared, {run.refused} times 503 index-damaged before that"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // An index that has everything, part of it in the log, as a server leaves it that is killed.
    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        await File.WriteAllTextAsync(Path.Combine(Content, "_config.yml"), "title: Flips\nurl: https://flips.example\n");
        for (var number = 0; number < Posts; number++) await WriteAsync(number, version: 1);
        using (var server = ServerProcess.Start(Content, Data, Options))
        {
            await server.UntilWholeAsync();
            await server.StopAsync();
        }

        using var edited = ServerProcess.Start(Content, Data, Options);
        await edited.UntilWholeAsync();
        for (var number = 0; number < Edited; number++) await WriteAsync(number, version: 2);
        await edited.UntilAsync("/api/v1/articles?limit=100", list => Enumerable.Range(0, Edited).All(
            number => list.Contains(SavedPost.TitleOf(number, 2), StringComparison.Ordinal)));
        truth = await AnswerComparison.ReadAsync(edited.Client);
        edited.Kill();
        Directory.Move(Data, Pristine);
    }

    private async Task WriteAsync(int number, int version)
    {
        var path = Path.Combine(Content, "_posts", SavedPost.IdOf(number) + ".md");
        await File.WriteAllTextAsync(path, SavedPost.TextOf(number, version));
        // Old enough not to be looked at twice.
        if (version == 1) File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private async Task RunPartAsync(FaultRange range, int[] numbers)
    {
        if (Directory.Exists(Data)) Directory.Delete(Data, recursive: true);
        Directory.CreateDirectory(Data);
        foreach (var file in Directory.EnumerateFiles(Pristine, IndexName.Database + "*"))
            File.Copy(file, Path.Combine(Data, Path.GetFileName(file)));
        var flips = (numbers[0] / AtOnce % 4) switch
        {
            0 => await FlipStoppedAsync(range, numbers, IndexName.Database),
            2 => await FlipStoppedAsync(range, numbers, IndexName.Database, IndexName.Log),
            _ => await FlipRunningAsync(range, numbers),
        };
        // What nobody asked for is met by the check at a start.
        if (flips.Any(flip => flip.IsThere()))
        {
            using var server = ServerProcess.Start(Content, Data, Options);
            await server.UntilWholeAsync();
            await server.StopAsync();
        }

        foreach (var flip in flips)
        {
            if (flip.IsThere() && flip.Path.EndsWith(".db", StringComparison.Ordinal)) report.Add(flip.Number, $"{flip} was never noticed");
            else mended++;
        }

        report.CountFired(flips.Count);
    }

    private async Task<IReadOnlyList<Flip>> FlipStoppedAsync(FaultRange range, int[] numbers, params string[] files)
    {
        var flips = Make(range, numbers, files);
        using var server = ServerProcess.Start(Content, Data, Options);
        await server.UntilWholeAsync();
        await CompareAsync(server, numbers[0], isLogDamaged: files.Length > 1);
        await server.StopAsync();
        return flips;
    }

    private async Task<IReadOnlyList<Flip>> FlipRunningAsync(FaultRange range, int[] numbers)
    {
        using var server = ServerProcess.Start(Content, Data, Options);
        await server.UntilWholeAsync();
        await server.UntilAsync("/api/v1/articles?limit=3", _ => true);
        var flips = Make(range, numbers, IndexName.Database, IndexName.Log);
        await CompareAsync(server, numbers[0], isLogDamaged: false);
        await server.StopAsync();
        return flips;
    }

    private List<Flip> Make(FaultRange range, int[] numbers, params string[] names)
    {
        FileInfo[] files = [.. names.Select(name => new FileInfo(Path.Combine(Data, name))).Where(file => file.Exists)];
        List<Flip> flips = [];
        foreach (var number in numbers)
        {
            var random = range.RandomOf(number);
            Flip flip;
            do flip = Flip.Draw(number, random, files);
            while (flips.Any(other => other.Page == flip.Page));
            flips.Add(flip);
        }

        foreach (var flip in flips) flip.Make();
        foreach (var flip in flips.Where(flip => !flip.IsThere())) report.Add(flip.Number, $"{flip} did not fire");
        return flips;
    }

    // Transactions that a log has lost at a start are taken from the posts in the background; otherwise nothing may ever be wrong.
    private async Task CompareAsync(ServerProcess server, int number, bool isLogDamaged)
    {
        foreach (var (address, expected) in truth)
        {
            compared++;
            var clock = Stopwatch.StartNew();
            while (true)
            {
                var answer = await AnswerComparison.AskAsync(server.Client, address);
                if (answer == expected) break;
                var isRefused = answer.StartsWith("503", StringComparison.Ordinal)
                    && answer.Contains("index-damaged", StringComparison.Ordinal);
                if (isRefused) refused++;
                if ((!isRefused && !isLogDamaged) || answer.StartsWith("500", StringComparison.Ordinal) || clock.Elapsed > Patience)
                {
                    report.Add(number, $"{address}: {AnswerComparison.FirstDifference(expected, answer)}");
                    break;
                }

                await Task.Delay(100);
            }
        }
    }
}

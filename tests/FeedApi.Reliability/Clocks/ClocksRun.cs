using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Clocks;

/// <summary>
/// Sets the clock of a running server back and forth. After each step the posts that are shown must be those that the clock says, a post
/// saved then must appear, and some steps fall on a restart.
/// </summary>
internal sealed class ClocksRun : IDisposable
{
    private const int Windows = 16;
    private const int RestartEvery = 20;
    private const int MaxHours = 48;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string root = Directory.CreateTempSubdirectory("feedapi-clocks-").FullName;
    private readonly DateTimeOffset begin = DateTimeOffset.UtcNow;
    private readonly List<(string Id, DateTimeOffset From, DateTimeOffset Until)> windows = [];
    private readonly HashSet<string> saved = new(StringComparer.Ordinal);
    private readonly FaultReport report;
    private readonly FakeClock clock;
    private readonly Times delays = new();
    private ServerProcess? server;

    private ClocksRun(FaultReport report)
    {
        this.report = report;
        clock = new FakeClock(Path.Combine(root, "clock"));
        clock.Set(TimeSpan.Zero);
    }

    private string Content => Path.Combine(root, "content");

    /// <summary>Makes the faults.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        using var run = new ClocksRun(report);
        run.WritePosts(range.RandomOf(-1));
        foreach (var number in range.Numbers.TakeWhile(_ => !cancellation.IsCancellationRequested))
            await run.StepAsync(number, range.RandomOf(number));
        Console.WriteLine($"from a step to the right posts: {run.delays}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        server?.Dispose();
        Directory.Delete(root, recursive: true);
    }

    // Each is shown for some hours of the days around now, so that every step changes what is shown.
    private void WritePosts(Random random)
    {
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        File.WriteAllText(Path.Combine(Content, "_config.yml"), "title: Clocks\nurl: https://clocks.example\n");
        for (var i = 0; i < Windows; i++)
        {
            var from = begin.AddHours(random.Next(-MaxHours, MaxHours));
            var until = from.AddHours(1 + random.Next(MaxHours));
            var id = string.Create(CultureInfo.InvariantCulture, $"2020-01-01-w{i}");
            windows.Add((id, from, until));
            Write(id, string.Create(
                CultureInfo.InvariantCulture,
                $"---\ntitle: W{i}\ndate: 2020-01-01\npublishDate: {from:yyyy-MM-ddTHH:mm:ssZ}\n"
                    + $"expiryDate: {until:yyyy-MM-ddTHH:mm:ssZ}\n---\nx\n"));
        }
    }

    private async Task StepAsync(int number, Random random)
    {
        var restarts = server is null || random.Next(RestartEvery) == 0;
        if (restarts) server?.Dispose();
        var before = clock.Offset;
        clock.Set(TimeSpan.FromSeconds(random.Next(-MaxHours * 3600, MaxHours * 3600)));
        if (restarts)
        {
            string[] polling = random.Next(2) == 0 ? ["--content:poll", "true"] : [];
            server = ServerProcess.StartBy(clock.Launcher, Content, Path.Combine(root, "data"), [.. PatientSearch.Options, .. polling]);
            await server.UntilWholeAsync();
        }

        report.CountFired();
        var id = string.Create(CultureInfo.InvariantCulture, $"2020-02-02-n{number}");
        Write(id, $"---\ntitle: N{number}\ndate: 2020-02-02\n---\nx\n");
        saved.Add(id);
        var since = Stopwatch.StartNew();
        string? fault;
        while ((fault = await FaultAsync()) is not null && since.Elapsed < Patience) await Task.Delay(20);
        delays.Add(since.Elapsed);
        if (fault is null) return;
        report.Add(number, string.Create(
            CultureInfo.InvariantCulture,
            $"clock {before.TotalHours:0.0} h to {clock.Offset.TotalHours:0.0} h{(restarts ? " at a restart" : "")}: {fault}"));
    }

    private void Write(string id, string text)
    {
        var path = Path.Combine(Content, "_posts", id + ".md");
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private async Task<string?> FaultAsync()
    {
        var now = clock.Now;
        var shown = await ArticleTitles.ReadAsync(server!.Client);
        foreach (var id in saved)
        {
            if (!shown.ContainsKey(id)) return $"{id} is not shown";
        }

        foreach (var (id, from, until) in windows)
        {
            var isDue = from <= now && now < until;
            if (isDue == shown.ContainsKey(id)) continue;
            return isDue ? $"{id} is not shown" : now < from ? $"{id} is shown before its time" : $"{id} is shown after its time";
        }

        return null;
    }
}

using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.FullDisks;

/// <summary>
/// Lets the disk of the index run full while posts are saved, and frees it again: everything that was published is served meanwhile, and
/// afterwards everything that was saved. One fault in ten starts the server on a full disk.
/// </summary>
internal sealed class FullDisksRun
{
    private const int Posts = 60;
    private const int DiskMegabytes = 64;
    private const int MaxFreeBytes = 400_000;
    private const int SavesAtOnce = 4;
    private const int RestartEvery = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string root;
    private readonly FaultReport report;
    private readonly SmallDisk disk;
    private readonly Dictionary<int, int> versions = [];
    private ServerProcess server;
    private int next = Posts;

    private FullDisksRun(string root, FaultReport report)
    {
        (this.root, this.report) = (root, report);
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        File.WriteAllText(Path.Combine(Content, "_config.yml"), "title: Full\nurl: https://full.example\n");
        for (var number = 0; number < Posts; number++) Write(number);
        disk = SmallDisk.Mount(Data, DiskMegabytes);
        server = Start();
    }

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-fulldisk-").FullName;
        try
        {
            var run = new FullDisksRun(root, report);
            try
            {
                await run.RunAsync(range, cancellationToken);
            }
            finally
            {
                run.server.Dispose();
                run.disk.Dispose();
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RunAsync(FaultRange range, CancellationToken cancellationToken)
    {
        await UntilShownAsync(-1);
        foreach (var number in range.Numbers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (number % RestartEvery == RestartEvery - 1) await RestartFullAsync(number);
            else await FillAsync(number, range.RandomOf(number));
        }

        var fresh = Path.Combine(root, "fresh");
        using var other = ServerProcess.Start(Content, fresh, PatientSearch.Options);
        await other.UntilWholeAsync();
        var (compared, differences) = await AnswerComparison.RunAsync(server.Client, other.Client);
        foreach (var difference in differences) report.Add(range.From + range.Count - 1, $"unlike a fresh index: {difference}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{compared} answers are those of a fresh index"));
    }

    private async Task FillAsync(int number, Random random)
    {
        var before = await ArticleTitles.ReadAsync(server.Client);
        disk.FillTo(random.Next(MaxFreeBytes));
        for (var save = 0; save < SavesAtOnce; save++) Write(random.Next(3) == 0 ? random.Next(next) : next++);
        var clock = Stopwatch.StartNew();
        var isFull = true;
        while (clock.ElapsedMilliseconds < 700 && (isFull = !await AreAllShownAsync())) await Task.Delay(20);
        if (isFull) report.CountFired();
        using var ready = await server.Client.GetAsync("/health/ready");
        if (!ready.IsSuccessStatusCode) report.Add(number, $"readiness is {(int)ready.StatusCode}");
        var shown = await ArticleTitles.ReadAsync(server.Client);
        foreach (var lost in before.Keys.Except(shown.Keys)) report.Add(number, $"{lost} is not served while the disk is full");
        disk.Free();
        await UntilShownAsync(number);
    }

    // A server that cannot even open its index says so and ends; nothing of the index may be lost by that.
    private async Task RestartFullAsync(int number)
    {
        await server.StopAsync();
        server.Dispose();
        disk.FillTo(0);
        server = Start();
        report.CountFired();
        try
        {
            await server.UntilWholeAsync();
        }
        catch (InvalidOperationException)
        {
            server.Dispose();
            server = null!;
        }

        if (File.Exists(Path.Combine(Data, "index.set-aside.db"))) report.Add(number, "the index was set aside on a full disk");
        disk.Free();
        server ??= Start();
        await UntilShownAsync(number);
    }

    private ServerProcess Start() => ServerProcess.Start(Content, Data, PatientSearch.Options);

    private async Task UntilShownAsync(int number)
    {
        await server.UntilWholeAsync();
        var clock = Stopwatch.StartNew();
        while (!await AreAllShownAsync())
        {
            if (clock.Elapsed > Patience)
            {
                report.Add(number, "a post that was saved is not shown");
                return;
            }

            await Task.Delay(20);
        }
    }

    private async Task<bool> AreAllShownAsync()
    {
        var shown = await ArticleTitles.ReadAsync(server.Client);
        return shown.Count == versions.Count
            && versions.All(each => shown.GetValueOrDefault(SavedPost.IdOf(each.Key)) == SavedPost.TitleOf(each.Key, each.Value));
    }

    private void Write(int number)
    {
        versions[number] = versions.GetValueOrDefault(number) + 1;
        var path = Path.Combine(Content, "_posts", SavedPost.IdOf(number) + ".md");
        File.WriteAllText(path + ".tmp", SavedPost.TextOf(number, versions[number]));
        File.Move(path + ".tmp", path, overwrite: true);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.FullDisks;

namespace FeedApi.Reliability.Exports;

/// <summary>
/// Kills exports at random moments, and lets every third one run out of disk: what is served afterwards is a whole export, the former one
/// or the next, and the export after it is whole and has everything.
/// </summary>
internal sealed class ExportsRun : IDisposable
{
    private const int Posts = 60;
    private const int ChangesAtOnce = 3;
    private const int DiskMegabytes = 96;
    private const int MaxFreeBytes = 600_000;
    private const int FullDiskEvery = 3;
    private const int FinishEvery = 10;

    private readonly string root;
    private readonly FaultReport report;
    private readonly SmallDisk? disk;
    private TimeSpan usual = TimeSpan.FromSeconds(2);

    private ExportsRun(string root, FaultReport report)
    {
        (this.root, this.report) = (root, report);
        Directory.CreateDirectory(Path.Combine(Content, "_posts"));
        File.WriteAllText(Path.Combine(Content, "_config.yml"), "title: Exports\nurl: https://exports.example\npermalink: /:title/\n");
        for (var number = 0; number < Posts; number++) Write(number, 0);
        disk = Environment.IsPrivilegedProcess ? SmallDisk.Mount(Out, DiskMegabytes) : null;
    }

    private string Content => Path.Combine(root, "content");

    private string Out => Path.Combine(root, "out");

    private string Target => Path.Combine(Out, "site");

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-exports-").FullName;
        try
        {
            using var run = new ExportsRun(root, report);
            await run.RunAsync(range, cancellationToken);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => disk?.Dispose();

    private async Task RunAsync(FaultRange range, CancellationToken cancellationToken)
    {
        await FinishAsync(range.From, cancellationToken);
        foreach (var number in range.Numbers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = range.RandomOf(number);
            for (var change = 0; change < ChangesAtOnce; change++) Write(random.Next(Posts), number + 1);
            if (disk is not null && number % FullDiskEvery == FullDiskEvery - 1) await FillAsync(random, cancellationToken);
            else await KillAsync(random, cancellationToken);
            CheckWhole(number);
            if (number % FinishEvery == FinishEvery - 1) await FinishAsync(number, cancellationToken);
        }

        await FinishAsync(range.From + range.Count - 1, cancellationToken);
    }

    private void Write(int number, int version) => File.WriteAllText(
        Path.Combine(Content, "_posts", string.Create(CultureInfo.InvariantCulture, $"2024-01-{(number % 28) + 1:00}-post-{number}.md")),
        string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Post {number}\ncategories: [c{number % 4}]\n---\nversion {version}.\n"));

    private async Task KillAsync(Random random, CancellationToken cancellationToken)
    {
        using var export = Start();
        try
        {
            await export.WaitForExitAsync(cancellationToken).WaitAsync(usual * random.NextDouble() * 1.1, cancellationToken);
        }
        catch (TimeoutException)
        {
            export.Kill();
            await export.WaitForExitAsync(cancellationToken);
            report.CountFired();
        }
    }

    private async Task FillAsync(Random random, CancellationToken cancellationToken)
    {
        disk!.FillTo(random.Next(MaxFreeBytes));
        using (var export = Start())
        {
            await export.WaitForExitAsync(cancellationToken);
            if (export.ExitCode != 0) report.CountFired();
        }

        disk.Free();
    }

    // An export that nothing disturbs has the latest version of every post.
    private async Task FinishAsync(int number, CancellationToken cancellationToken)
    {
        var begunAt = Stopwatch.GetTimestamp();
        using var export = Start();
        await export.WaitForExitAsync(cancellationToken);
        usual = Stopwatch.GetElapsedTime(begunAt);
        if (export.ExitCode != 0) report.Add(number, $"an export that nothing disturbs ends with {export.ExitCode}");
        CheckWhole(number);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Content, "_posts")))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var text = File.ReadLines(path).Last();
            var page = Path.Combine(Target, "current", "site", "api", "v1", "articles", name + ".json");
            if (!File.Exists(page) || !File.ReadAllText(page).Contains(text, StringComparison.Ordinal))
                report.Add(number, $"{name} is not {text}");
        }
    }

    private void CheckWhole(int number)
    {
        var tree = Path.Combine(Target, "current");
        if (JsonNode.Parse(File.ReadAllText(Path.Combine(tree, "manifest.json"))) is not JsonObject manifest) return;
        foreach (var entry in manifest["entries"]!.AsArray())
        {
            var file = Path.Combine(tree, "site", (string)entry!["file"]!);
            var hash = File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "missing";
            if (hash != (string)entry["sha256"]!) report.Add(number, $"{entry["path"]} is not what the manifest says: {hash}");
        }
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "dotnet",
        [ServerOutput.OwnProgram, "export", "--content", Content, "--data", Path.Combine(root, "none"), "--out", Target])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Disks;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Watching;

/// <summary>
/// Three kinds of faults in turn: more changes than the system queues while the server is stopped (SIGSTOP), no file descriptors left
/// (prlimit), and no inotify watches left (in a user namespace of its own). Every save must be found during the fault or after it.
/// </summary>
internal sealed class WatchRun : IDisposable
{
    private const int Posts = 40;

    // Two moves there and back, an event at each end.
    private const int EventsOfRound = 4;

    private readonly FaultReport report;
    private readonly LedgerSite site = new("watch", Posts);
    private ServerProcess? server;
    private bool isLimited;

    private WatchRun(FaultReport report) => this.report = report;

    /// <summary>Makes the faults.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        await Shell.RequireAsync("prlimit", "util-linux");
        using var run = new WatchRun(report);
        foreach (var number in range.Numbers.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            var random = range.RandomOf(number);
            var what = (number % 3) switch
            {
                0 => await run.OverflowAsync(random),
                1 => await run.ExhaustDescriptorsAsync(number, random),
                _ => await run.ExhaustWatchesAsync(random),
            };
            await ServedLedger.CompareAsync(run.server!.Client, run.site, number, what, report);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        server?.Dispose();
        site.Dispose();
    }

    private async Task<string> OverflowAsync(Random random)
    {
        await EnsureAsync(limited: false);
        await SignalAsync("STOP");
        // Changes of another file fill the queue, so that those of the posts are lost.
        var (one, other) = (Path.Combine(site.Content, "_posts", "x"), Path.Combine(site.Content, "_posts", "y"));
        await File.WriteAllTextAsync(one, "");
        for (var i = 0; i < QueuedEvents / EventsOfRound + 1; i++)
        {
            File.Move(one, other);
            File.Move(other, one);
        }

        for (var i = 0; i < 10; i++) site.Save(random.Next(Posts));
        await SignalAsync("CONT");
        report.CountFired();
        return "an overflow";
    }

    private async Task<string> ExhaustDescriptorsAsync(int number, Random random)
    {
        await EnsureAsync(limited: false);
        // On the connection that is open.
        await server!.Client.GetStringAsync("/health/ready");
        await LimitAsync(1);
        report.CountFired();
        await Task.Delay(700);
        var degraded = await server.Client.GetStringAsync("/health/ready");
        if (!degraded.Contains("degraded", StringComparison.Ordinal)) report.Add(number, $"no descriptors: readiness says {degraded}");
        // A new folder needs a new watch.
        Directory.CreateDirectory(Path.Combine(site.Content, "_posts", string.Create(CultureInfo.InvariantCulture, $"new{number}")));
        for (var i = 0; i < 5; i++) site.Save(random.Next(Posts));
        await Task.Delay(random.Next(2_000));
        await LimitAsync(20_000);
        await server.UntilAsync("/health/ready", body => !body.Contains("degraded", StringComparison.Ordinal));
        return "no descriptors";
    }

    private async Task<string> ExhaustWatchesAsync(Random random)
    {
        await EnsureAsync(limited: true);
        report.CountFired();
        for (var i = 0; i < 5; i++) site.Save(random.Next(Posts));
        return "no watches";
    }

    private async Task EnsureAsync(bool limited)
    {
        if (server is not null && isLimited == limited) return;
        server?.Dispose();
        isLimited = limited;
        server = limited
            ? ServerProcess.StartBy(
                ["unshare", "-Ur", "sh", "-c", "echo 2 > /proc/sys/user/max_inotify_watches; exec \"$@\"", "sh"],
                site.Content, site.Data, PatientSearch.Options)
            : ServerProcess.Start(site.Content, site.Data, PatientSearch.Options);
        await server.UntilWholeAsync();
        if (limited) await server.UntilAsync("/health/ready", body => body.Contains("degraded", StringComparison.Ordinal));
        foreach (var address in ServedLedger.Addresses) await server.Client.GetStringAsync(address);
    }

    private Task<int> SignalAsync(string name) =>
        Shell.RunAsync("kill", "-" + name, server!.Id.ToString(CultureInfo.InvariantCulture));

    private Task<int> LimitAsync(int most) => Shell.RunAsync(
        "prlimit",
        string.Create(CultureInfo.InvariantCulture, $"--pid={server!.Id}"),
        string.Create(CultureInfo.InvariantCulture, $"--nofile={most}:20000"));

    private static int QueuedEvents => int.Parse(File.ReadAllText("/proc/sys/fs/inotify/max_queued_events"), CultureInfo.InvariantCulture);
}

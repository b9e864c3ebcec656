using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Disks;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.SystemCalls;

/// <summary>
/// Has system calls of the server fail on the files of the content and of the index, ten or more at a time, while posts are saved and read.
/// Then the faults end, and what the server shows is compared with the ledger. Each round stands for as many of the numbers as faults are
/// wanted of it; all that fire are counted.
/// </summary>
internal sealed class SystemCallsRun : IDisposable
{
    /// <summary>How many faults a round stands for.</summary>
    private const int FaultsOfRound = 10;

    private const int Posts = 48;

    // One round in so many begins with the start of the server.
    private const int StartEvery = 12;
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FaultReport report;
    private readonly LedgerSite site = new("syscalls", Posts);
    private ServerProcess? server;

    private SystemCallsRun(FaultReport report) => this.report = report;

    private string Log => Path.Combine(site.Root, "strace.log");

    /// <summary>Makes the faults.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        await Shell.RequireAsync("strace", "strace");
        using var run = new SystemCallsRun(report);
        for (var number = range.From; number < range.From + range.Count && !cancellation.IsCancellationRequested; number += FaultsOfRound)
            await run.RoundAsync(number, range.RandomOf(number));
        await run.CompareWithFreshIndexAsync(range.From + range.Count - 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        server?.Dispose();
        site.Dispose();
    }

    private async Task RoundAsync(int number, Random random)
    {
        var isOfStart = server is null || number / FaultsOfRound % StartEvery == 0;
        var injection = Injection.Of(random, isOfStart);
        var before = report.Fired;
        try
        {
            if (isOfStart) await StartAsync(number, injection);
            else await FailAsync(injection, number, random);
        }
        catch (HttpRequestException failure)
        {
            report.Add(number, $"{injection}: no answer: {failure.Message}");
        }

        if (server!.HasEnded)
        {
            report.Add(number, $"{injection}: the server ended");
            await StartCleanAsync();
        }

        if (await ServedLedger.UntilEqualAsync(server.Client, site.Expected) is { } fault) report.Add(number, $"{injection}: {fault}");
        await AskAllAsync(number, $"after {injection}");
        if (report.Fired == before) Console.WriteLine($"fault {number}: {injection} did not fire");
    }

    // A start may be refused while the settings or the index cannot be read; the next one must be good.
    private async Task StartAsync(int number, Injection injection)
    {
        server?.Dispose();
        server = null;
        var strace = (string[])["strace", "-D", "--seccomp-bpf", .. injection.ArgumentsOf(Log, PathsOf(injection)), "--"];
        server = ServerProcess.StartBy(strace, site.Content, site.Data, PatientSearch.Options);
        var clock = Stopwatch.StartNew();
        try
        {
            var ready = server.UntilWholeAsync();
            if (await Task.WhenAny(ready, Task.Delay(Patience)) == ready) await ready;
        }
        catch (InvalidOperationException)
        {
            // Refused.
        }

        if (!server.HasEnded) server.Kill();
        CountFired();
        await StartCleanAsync();
        if (clock.Elapsed > 4 * Patience) report.Add(number, $"{injection}: the start took {clock.Elapsed.TotalSeconds:0} s");
    }

    private async Task StartCleanAsync()
    {
        server?.Dispose();
        server = null;
        server = ServerProcess.Start(site.Content, site.Data, PatientSearch.Options);
        await server.UntilWholeAsync();
        await ServedLedger.UntilEqualAsync(server.Client, site.Expected);
        // What is loaded with the first request of a kind is loaded before the faults begin: those are not of the runtime.
        foreach (var address in ServedLedger.Addresses) await server.Client.GetStringAsync(address);
    }

    private async Task FailAsync(Injection injection, int number, Random random)
    {
        string[] arguments = [.. injection.ArgumentsOf(Log, PathsOf(injection)), "-p", server!.Id.ToString(CultureInfo.InvariantCulture)];
        using var strace = Shell.Start("strace", arguments);
        try
        {
            await Task.Delay(150);
            await UseAsync(injection, number, random);
        }
        finally
        {
            // Also when a request failed: what follows must see no more faults.
            await Shell.RunAsync("kill", "-INT", strace.Id.ToString(CultureInfo.InvariantCulture));
            await strace.WaitForExitAsync();
            CountFired();
        }
    }

    private async Task UseAsync(Injection injection, int number, Random random)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < RoundTime)
        {
            var post = random.Next(Posts);
            site.Save(post);
            File.SetLastWriteTimeUtc(site.PathOf(random.Next(Posts)), DateTime.UtcNow.AddSeconds(-random.Next(1_000)));
            // What only a scan finds.
            if (random.Next(3) == 0) Directory.CreateDirectory(Path.Combine(site.Content, "_posts", $"empty{random.Next(3)}"));
            await AskAllAsync(number, injection.ToString());
            await Task.Delay(30);
        }
    }

    private async Task AskAllAsync(int number, string when)
    {
        foreach (var address in ServedLedger.Addresses)
        {
            if (await ServedLedger.FaultAtAsync(server!.Client, address) is { } fault) report.Add(number, $"{when}: {fault}");
        }
    }

    private IEnumerable<string> PathsOf(Injection injection) => injection.IsOfData
        ? ((string[])[IndexName.Database, IndexName.Log, IndexName.SharedMemory]).Select(name => Path.Combine(site.Data, name))
        :
        [
            site.Content, Path.Combine(site.Content, "_config.yml"), Path.GetDirectoryName(site.PublicFile)!, site.PublicFile,
            .. LedgerSite.Folders.Select(name => Path.Combine(site.Content, name)), .. site.Files,
        ];

    private void CountFired()
    {
        if (!File.Exists(Log)) return;
        report.CountFired(File.ReadLines(Log).Count(line => line.Contains("INJECTED", StringComparison.Ordinal)));
        File.Delete(Log);
    }

    private async Task CompareWithFreshIndexAsync(int number)
    {
        if (server is null) return;
        using var fresh = ServerProcess.Start(site.Content, Path.Combine(site.Root, "fresh"), PatientSearch.Options);
        await fresh.UntilWholeAsync();
        if (await ServedLedger.DifferenceAsync(server.Client, fresh.Client) is { } difference) report.Add(number, difference);
    }
}

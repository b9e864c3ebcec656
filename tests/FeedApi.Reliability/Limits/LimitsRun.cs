using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Limits;

/// <summary>
/// Starts a server with too little of something, lets more clients ask than it has descriptors while posts are saved, and expects answers
/// or documented refusals, a process that lives, and all posts in the end.
/// </summary>
internal static class LimitsRun
{
    private const int Posts = 400;
    private const int SavedPosts = 10;
    private const int IdleConnections = 800;
    private const int StartsWithTooFew = 5;

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        foreach (var number in range.Numbers)
        {
            cancellation.ThrowIfCancellationRequested();
            var limits = Limit.Of(number);
            try
            {
                if (number % StartsWithTooFew == StartsWithTooFew - 1) await TooFewDescriptors.RunAsync(number, report);
                else await RunAsync(number, limits, range.RandomOf(number), report);
            }
            catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
            {
                report.Add(number, $"with {NameOf(limits)}: {failure.Message}");
            }
        }
    }

    private static async Task RunAsync(int number, IReadOnlyList<Limit> limits, Random random, FaultReport report)
    {
        using var site = new FaultSite("limits", Dialect.Plain);
        var corpus = new Corpus(random.Next());
        for (var post = 0; post < Posts; post++) Write(site, corpus, post);
        await site.StartUnderAsync([.. limits.SelectMany(limit => limit.Launcher)]);
        if (!limits.All(limit => limit.IsInForce(site.Server.ProcessFolder)))
        {
            report.Add(number, $"{NameOf(limits)} is not in force");
            return;
        }

        var crowd = new LimitedCrowd(site.Server.Address, random.Next());
        var asking = crowd.RunAsync();
        using (var idle = new IdleSockets(site.Server.Address, IdleConnections))
        {
            for (var saved = 1; saved <= SavedPosts; saved++)
            {
                Write(site, corpus, -saved);
                await Task.Delay(random.Next(100));
            }

            await asking;
            if (limits.Contains(Limit.Files) && idle.CountClosed() == 0)
                report.Add(number, $"with {NameOf(limits)} there were enough descriptors: it did not fire");
        }

        foreach (var fault in crowd.Faults) report.Add(number, $"with {NameOf(limits)}: {fault}");
        await UntilAllAreServedAsync(site, number, limits, report);
        var figures = $"{crowd.Answers} answers, {crowd.Refusals} refusals, {crowd.Unconnected} without a connection";
        var memory = string.Create(CultureInfo.InvariantCulture, $"{site.Server.PeakMegabytes:0} MB at most");
        Console.WriteLine($"{NameOf(limits)}: {figures}, {memory}");
        report.CountFired();
    }

    private static void Write(FaultSite site, Corpus corpus, int number)
    {
        var path = Path.Combine(site.Posts, Path.GetFileName(Corpus.PathOf(number)));
        File.WriteAllText(path + ".new", corpus.TextOf(number));
        File.Move(path + ".new", path);
    }

    private static async Task UntilAllAreServedAsync(FaultSite site, int number, IReadOnlyList<Limit> limits, FaultReport report)
    {
        var clock = Stopwatch.StartNew();
        await site.Server.UntilWholeAsync();
        var total = 0;
        while (clock.Elapsed < Patience)
        {
            total = await site.Server.TotalAsync();
            if (total == Posts + SavedPosts) return;
            await Task.Delay(100);
        }

        report.Add(number, $"with {NameOf(limits)}: {total} of {Posts + SavedPosts} posts are served in the end");
    }

    private static string NameOf(IReadOnlyList<Limit> limits) => string.Join(", ", limits.Select(limit => limit.Name));
}

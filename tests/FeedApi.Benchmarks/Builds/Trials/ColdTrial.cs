using System.Diagnostics;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>A start without an index, until all is served. The index stays for other trials.</summary>
internal sealed class ColdTrial : ITrial
{
    /// <summary>Seconds until every feed is right.</summary>
    public const string Ready = "ready";

    /// <summary>Seconds until searches are complete too.</summary>
    public const string Whole = "whole";

    /// <summary>Seconds of processor time until then.</summary>
    public const string Processor = "processor";

    /// <summary>Most memory until then, in MB.</summary>
    public const string Peak = "peak";

    private const int Sample = 20;

    // Often enough for what takes seconds, and too seldom to cost anything.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; } =
    [
        new(
            Ready, "cold: every feed right, s",
            new(TargetKind.OfOld, 0.25), new(TargetKind.OfOld, 0.2, 100_000),
            new(TargetKind.OfHugo, 0.5), new(TargetKind.OfHugo, 0.4, 100_000)) { IsOfHugo = true },
        new(Whole, "cold: searches complete too, s", new(TargetKind.OfOld, 0.5), new(TargetKind.OfOld, 0.45, 100_000)),
        new(Processor, "cold: processor time of all, s", new Target(TargetKind.OfOld, 0.55)) { IsOfHugo = true },
        new(
            Peak, "cold: peak memory, MB",
            new(TargetKind.OfOld, 0.65, 100_000), new(TargetKind.AtMost, 400, 1_000_000)) { IsOfHugo = true },
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        build.DeleteIndex();
        build.Site.ReadAll();
        await FlushAsync();
        using var server = build.Start();
        var isWhole = await server.UntilReadyAsync(Interval);
        var ready = server.Age;
        var whole = ready;
        var feeds = await FeedsAsync(server, build.Site.Posts);
        if (!isWhole)
        {
            await server.UntilWholeAsync(Interval);
            whole = server.Age;
        }

        var measured = new Dictionary<string, double>
        {
            [Ready] = ready.TotalSeconds,
            [Whole] = whole.TotalSeconds,
            [Processor] = server.ProcessorTime.TotalSeconds,
            [Peak] = server.PeakMegabytes,
        };
        Check(build, feeds, await FeedsAsync(server, build.Site.Posts));
        await server.StopAsync();
        return measured;
    }

    // What the one before has written must not be written to the disk in the time of the next.
    private static async Task FlushAsync()
    {
        using var sync = Process.Start("sync");
        await sync.WaitForExitAsync();
    }

    // Those of large categories and of small ones.
    private static async Task<SortedDictionary<string, string>> FeedsAsync(ServerProcess server, int posts)
    {
        var feeds = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Sample; i++)
        {
            var path = $"/categories/{Corpus.CategoryOf((int)((long)posts * i / Sample))}/feed.rss";
            feeds[path] = await server.Client.GetStringAsync(path);
        }

        return feeds;
    }

    private static void Check(ComparedBuild build, SortedDictionary<string, string> early, SortedDictionary<string, string> late)
    {
        foreach (var (path, feed) in early)
        {
            if (feed != late[path]) throw new InvalidOperationException($"{build.Name} was ready, but {path} was not yet what it is now.");
        }
    }
}

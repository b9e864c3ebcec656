using FeedApi.Benchmarks.Scale;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>200 files renamed into place, until each is in its feed. They are deleted again.</summary>
internal sealed class SaveTrial : ITrial
{
    /// <summary>The time that 99 % of them did not exceed, in ms.</summary>
    public const string P99 = "save";

    /// <summary>The time that half of them did not exceed, in ms.</summary>
    public const string P50 = "save-p50";

    private const int Saved = 200;

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; } =
        [new(P99, "a file renamed into place, until it is in its feed, p99 of 200, ms", new Target(TargetKind.OfOld, 0.5))];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        using var server = await build.StartIndexedAsync();
        var saves = new Saves(server, build.Site.Content);
        var first = -1 - (number * (Saved + 1));
        // The first one waits for the comparison of the folder at the start.
        await saves.MeasureAsync(first, 1, isRenamed: true);
        var before = server.ProcessorTime;
        var times = await saves.MeasureAsync(first - 1, Saved, isRenamed: true);
        var measured = new Dictionary<string, double>
        {
            [P99] = times.Percentile(99),
            [P50] = times.Percentile(50),
            ["save-longest"] = times.Percentile(100),
            ["save-processor"] = (server.ProcessorTime - before).TotalMilliseconds,
        };
        saves.Delete(first, Saved + 1);
        await server.UntilTotalAsync(build.Site.Posts);
        await server.StopAsync();
        return measured;
    }
}

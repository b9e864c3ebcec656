using FeedApi.Benchmarks.HttpServing;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>Starts with an index, until the first feed is served.</summary>
internal sealed class WarmTrial : ITrial
{
    private const string Warm = "warm";

    // A start takes about a second: one alone says little.
    private const int Starts = 5;

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; } =
        [new(Warm, "start with an index, until the first feed, ms", new Target(TargetKind.OfOld, 0.4))];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        await build.IndexAsync();
        List<(double Age, double Spent)> starts = [];
        for (var i = 0; i < Starts; i++) starts.Add(await StartAsync(build));
        return new Dictionary<string, double>
        {
            [Warm] = starts.Select(start => start.Age).Median(),
            ["warm-processor"] = starts.Select(start => start.Spent).Median(),
        };
    }

    private static async Task<(double Age, double Spent)> StartAsync(ComparedBuild build)
    {
        using var server = build.Start();
        await server.UntilAsync("/feed.rss", body => body.Contains("</rss>", StringComparison.Ordinal));
        var start = (server.Age.TotalMilliseconds, server.ProcessorTime.TotalMilliseconds);
        // The comparison of the folder that follows must not go on beside the next start.
        await server.UntilWholeAsync();
        await server.StopAsync();
        return start;
    }
}

using FeedApi.Benchmarks.HttpServing;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>Lists of the API, each made anew, for 64 connections that never wait.</summary>
internal sealed class ListTrial : ITrial
{
    private const string P99 = "list";
    private const int Seconds = 8;

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; } =
        [new(P99, "list of the API made anew, 64 connections, p99, ms", new Target(TargetKind.AtMost, 20))];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        await build.IndexAsync();
        using var server = await WebServer.StartFeedApiAsync(build.Program, build.Site.Content, build.Index);
        var load = new UncachedLists(build.Site.Folder, build.Site.Posts).Measure(server, Seconds);
        return new Dictionary<string, double>
        {
            [P99] = load.P99Milliseconds,
            ["list-per-second"] = load.PerSecond,
            ["list-processor"] = load.CpuMicroseconds / 1000,
            ["list-failures"] = load.Failures,
        };
    }
}

using FeedApi.Benchmarks.Scale;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>Memory of a server that started with an index and was asked for everything for a minute.</summary>
internal sealed class LoadedMemoryTrial : ITrial
{
    /// <summary>Memory without that of mapped files, in MB.</summary>
    public const string Memory = "memory";

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; } =
        [new(Memory, "memory after 60 s of feeds, lists and searches, MB", new Target(TargetKind.OfOld, 0.45, 100_000))];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        using var server = await build.StartIndexedAsync();
        var load = new MixedLoad(server, build.Site.Posts);
        await load.RunAsync(MixedLoad.Usual);
        var measured = new Dictionary<string, double>
        {
            [Memory] = server.AnonymousMegabytes,
            ["memory-searches"] = load.Searches,
            ["memory-searches-given-up"] = load.GivenUp,
        };
        await server.StopAsync();
        return measured;
    }
}

using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Searching;

namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>Searches for four characters that stand together in a post, one after the other over HTTP.</summary>
internal sealed class PhraseTrial : ITrial
{
    private const string P99 = "phrase";
    private const int Queries = 500;
    private const int Characters = 4;

    private readonly Corpus corpus = new();

    /// <inheritdoc/>
    public IReadOnlyList<ComparedFigure> Figures { get; } =
        [new(P99, "search by a phrase of four characters, p99 of 500, ms", new Target(TargetKind.AtMost, 15, 1_000_000))];

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number)
    {
        using var server = await build.StartIndexedAsync();
        // The first ones wait for the compiler, and for the comparison of the folder at the start.
        await SearchRequests.RunAsync(server, Queries, PhrasesOf(build.Site.Posts, seed: 9));
        var requests = await SearchRequests.RunAsync(server, Queries, PhrasesOf(build.Site.Posts, seed: 8));
        await server.StopAsync();
        return new Dictionary<string, double>
        {
            [P99] = requests.Times.Percentile(99),
            ["phrase-p50"] = requests.Times.Percentile(50),
            ["phrase-failures"] = requests.Failures,
        };
    }

    private Func<string> PhrasesOf(int posts, int seed)
    {
        var random = new Random(seed);
        return () => corpus.WordsOf(random.Next(posts), Characters);
    }
}

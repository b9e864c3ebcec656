using System.Diagnostics;
using System.Net;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Scale;

/// <summary>Asks as readers and programs do, mixed: for feeds of categories, lists and searches, eight at a time.</summary>
/// <param name="server">Whom.</param>
/// <param name="posts">How many generated posts its site has.</param>
internal sealed class MixedLoad(ServerProcess server, int posts)
{
    private const int Workers = 8;

    /// <summary>For how long it asks where nothing else is said.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    private readonly Corpus corpus = new();
    private int searches;
    private int givenUp;

    /// <summary>How many searches were asked for.</summary>
    public int Searches => searches;

    /// <summary>How many of them took longer than a search may.</summary>
    public int GivenUp => givenUp;

    /// <summary>Asks for some time.</summary>
    public Task RunAsync(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        return Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            var random = new Random(worker);
            while (clock.Elapsed < time) await AskAsync(random);
        }));
    }

    private async Task AskAsync(Random random)
    {
        var category = Corpus.CategoryOf(random.Next(posts));
        await server.Client.GetByteArrayAsync($"/categories/{category}/feed.{(random.Next(2) == 0 ? "rss" : "atom")}");
        await server.Client.GetByteArrayAsync($"/api/v1/articles?category={category}");
        using var answer = await server.Client.GetAsync(
            "/api/v1/articles?q=" + Uri.EscapeDataString(corpus.WordsOf(random.Next(posts), 4)));
        Interlocked.Increment(ref searches);
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) Interlocked.Increment(ref givenUp);
        else answer.EnsureSuccessStatusCode();
    }
}

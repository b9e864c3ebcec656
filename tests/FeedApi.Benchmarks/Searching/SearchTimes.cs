using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Scale;
using FeedApi.Benchmarks.Servers;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Content;
using FeedApi.Queries;
using FeedApi.Queries.Search;
using FeedApi.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedApi.Benchmarks.Searching;

/// <summary>
/// Takes the time of every kind of search through the store: <c>search FOLDER --posts N</c>. The folder keeps its site and
/// index for the next time.
/// </summary>
public sealed class SearchTimes
{
    private const int Queries = 500;

    private static readonly string[] Common = ["观测站稳步", "港务局略微上升", "船长们再度核对", "万吨", "月日"];

    private readonly Corpus corpus = new();
    private readonly int posts;
    private readonly SqliteArticleStore store;
    private int givenUp;

    private SearchTimes(SqliteArticleStore store, int posts) => (this.store, this.posts) = (store, posts);

    /// <summary>Measures; what is not there yet is made first.</summary>
    public static async Task<int> RunAsync(string folder, int posts)
    {
        var (content, data) = (Path.Combine(folder, "content"), Path.Combine(folder, "data"));
        if (!Directory.Exists(content)) new Corpus().WriteTo(content, posts);
        if (!Directory.Exists(data))
        {
            using var server = ServerProcess.Start(content, data);
            await server.UntilWholeAsync();
            Console.WriteLine($"indexed in {server.Age.TotalSeconds:0.0} s");
            await server.StopAsync();
        }

        await using (var store = SqliteArticleStore.Open(
            data,
            SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion),
            SiteReader.Read(content, null, provisionalUrl: null),
            TimeProvider.System,
            NullLogger<SqliteArticleStore>.Instance,
            new SearchOptions { BudgetMilliseconds = 60_000 }))
        {
            await new SearchTimes(store, posts).MeasureAsync();
        }

        await MeasureServerAsync(content, data, posts);
        return 0;
    }

    private async Task MeasureAsync()
    {
        await MeasureAsync("two characters", Words(2));
        await MeasureAsync("phrase of three", Words(3));
        await MeasureAsync("phrase of four", Words(4));
        await MeasureAsync("phrase of six", Words(6));
        await MeasureAsync("two words", number => Search($"{corpus.WordsOf(number, 2)} {corpus.WordsOf((int)(number * 31L % posts), 2)}"));
        await MeasureAsync(
            "two phrases", number => Search($"{corpus.WordsOf(number, 4)} {corpus.WordsOf((int)(number * 31L % posts), 4)}"));
        await MeasureAsync(
            "phrase and exclusion", number => Search($"{corpus.WordsOf(number, 3)} -{corpus.WordsOf((int)(number * 31L % posts), 4)}"));
        await MeasureAsync("one character", Words(1));
        await MeasureAsync("common phrase", number => Search(Common[number % Common.Length]));
        await MeasureAsync("nowhere", number => Search(number % 2 == 0 ? "龘龘" : "观测稳龘"));
        await MeasureAsync("never together", number => Search("观测 gauge"));
        await MeasureAsync("exclusion only", number => Search($"-{corpus.WordsOf(number, 2)}"));
        await MeasureAsync("common exclusion only", number => Search("-观测"));
        await MeasureAsync(
            "deep page", number => Search("观测") with { Position = new CursorPosition(Corpus.InstantOf(number), "", IsBackward: false) });
        await MeasureAsync("Latin words", number => Search(number % 2 == 0 ? "tide gauge" : "\"tide gauge\" harbour"));
        await MeasureAsync("common word", number => Search(number % 2 == 0 ? "观测" : "上升"));
        await MeasureAsync("two characters, total", number => Words(2)(number) with { CountsTotal = true });
        await MeasureAsync("phrase of four, total", number => Words(4)(number) with { CountsTotal = true });
        await MeasureAsync("two characters, facets", number => Words(2)(number) with { CountsFacets = true });
        await MeasureAsync("two characters, relevance", number => Words(2)(number) with { Sort = ArticleSort.Relevance });
        await MeasureAsync("phrase of four, relevance", number => Words(4)(number) with { Sort = ArticleSort.Relevance });
        await MeasureAsync("phrase of four, updated", number => Words(4)(number) with { Sort = ArticleSort.RecentlyUpdatedFirst });
        await MeasureAsync("related", async number => await store.ReadAsync(
            snapshot => snapshot.ListRelatedAsync(Path.GetFileNameWithoutExtension(Corpus.PathOf(number)), 10, CancellationToken.None),
            CancellationToken.None));
    }

    // With all that the way to a client adds; each query is a new one, so no document is kept yet.
    private static async Task MeasureServerAsync(string content, string data, int posts)
    {
        var (corpus, random) = (new Corpus(), new Random(8));
        using var server = ServerProcess.Start(content, data);
        await server.UntilWholeAsync();
        foreach (var (name, words) in new (string, Func<int, string>)[]
        {
            ("two characters", number => corpus.WordsOf(number, 2)),
            ("phrase of four", number => corpus.WordsOf(number, 4)),
            ("two words", number => $"{corpus.WordsOf(number, 2)} {corpus.WordsOf((int)(number * 31L % posts), 2)}"),
        })
        {
            var requests = await SearchRequests.RunAsync(server, Queries, () => words(random.Next(posts)));
            Console.WriteLine($"HTTP, {name,-22} {requests}");
        }

        await server.StopAsync();
    }

    private Func<int, ArticleQuery> Words(int characters) => number => Search(corpus.WordsOf(number, characters));

    private static ArticleQuery Search(string words) => new() { Search = SearchQuery.Parse(words) };

    private Task MeasureAsync(string name, Func<int, ArticleQuery> query) =>
        MeasureAsync(
            name,
            query,
            (asked, _) => store.ReadAsync(snapshot => snapshot.ListAsync(asked, CancellationToken.None), CancellationToken.None).AsTask(),
            asked => asked.Search!.Canonical);

    private Task MeasureAsync(string name, Func<int, Task> act) =>
        MeasureAsync(name, number => number, (number, _) => act(number), number => $"{number}");

    // The store answers on the thread that asks, so the time of the processor tells what a search costs even while others use the machine.
    private async Task MeasureAsync<T>(string name, Func<int, T> make, Func<T, int, Task> act, Func<T, string> tell)
    {
        var random = new Random(7);
        var (times, costs) = (new Times(), new Times());
        var (dearest, most) = ("", TimeSpan.Zero);
        for (var i = 0; i < Queries; i++)
        {
            var asked = make(random.Next(posts));
            var begun = ThreadTime.Now;
            try
            {
                await times.MeasureAsync(() => act(asked, i));
            }
            catch (SearchBudgetException)
            {
                givenUp++;
            }

            var cost = ThreadTime.Now - begun;
            costs.Add(cost);
            if (cost > most) (dearest, most) = (tell(asked), cost);
        }

        Console.WriteLine($"{name,-28} clock {times}; processor {costs}; dearest: {dearest}{(givenUp > 0 ? $"; {givenUp} given up" : "")}");
        givenUp = 0;
    }
}

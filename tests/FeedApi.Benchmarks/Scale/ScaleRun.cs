using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Content;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Queries.Search;
using FeedApi.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedApi.Benchmarks.Scale;

/// <summary>Runs the whole program over a large generated site and prints what it costs: <c>scale --posts N</c>.</summary>
public sealed class ScaleRun
{
    private const int Saved = 200;
    private const int Changed = 100;
    private const int Queries = 300;

    private readonly Corpus corpus = new();
    private readonly Random random = new(7);
    private readonly int posts;
    private readonly string root;

    private ScaleRun(int posts, string root) => (this.posts, this.root) = (posts, root);

    private string Content => Path.Combine(root, "content");

    private string Data => Path.Combine(root, "data");

    /// <summary>Measures; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(int posts)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-scale-").FullName;
        try
        {
            await new ScaleRun(posts, root).RunAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task RunAsync()
    {
        corpus.WriteTo(Content, posts);
        await ColdAsync();
        await WarmAsync();
        await ChangesAsync();
        await StoreAsync();
    }

    private async Task ColdAsync()
    {
        using var server = ServerProcess.Start(Content, Data);
        await server.UntilWholeAsync();
        Print("cold index with search, s", server.Age.TotalSeconds);
        Print("peak memory while indexing, MB", server.PeakMegabytes);
        await server.StopAsync();
        var bytes = new DirectoryInfo(Content).EnumerateFiles("*.md", SearchOption.AllDirectories).Sum(file => file.Length);
        Print("index / posts, bytes", new DirectoryInfo(Data).EnumerateFiles().Sum(file => file.Length) / (double)bytes);
    }

    private async Task WarmAsync()
    {
        using var server = ServerProcess.Start(Content, Data);
        await server.UntilAsync("/feed.rss", body => body.Contains("</rss>", StringComparison.Ordinal));
        Print("warm start to first feed, s", server.Age.TotalSeconds);
        var load = new MixedLoad(server, posts);
        await load.RunAsync(MixedLoad.Usual);
        Console.WriteLine($"{"searches given up in the load",-32} {load.GivenUp} of {load.Searches}");
        Print("memory after 60 s of load, MB", server.AnonymousMegabytes);
        var saves = new Saves(server, Content);
        Console.WriteLine($"{"renamed into place -> feed",-32} {await saves.MeasureAsync(-1, Saved, isRenamed: true)}");
        Console.WriteLine($"{"written in place -> feed",-32} {await saves.MeasureAsync(-1 - Saved, Saved, isRenamed: false)}");
        await MassChange.MeasureAsync(server, corpus, Content, posts);
        await server.StopAsync();
    }

    private async Task ChangesAsync()
    {
        for (var i = 0; i < Changed; i++) await File.AppendAllTextAsync(PathOf(i * (posts / Changed)), $"\n后记{i}号补充。\n");
        using var server = ServerProcess.Start(Content, Data);
        await server.UntilAsync(
            "/api/v1/articles?q=%E5%90%8E%E8%AE%B0&include=total&limit=1",
            body => body.Contains($"\"total\":{Changed}", StringComparison.Ordinal));
        Print("warm start to all changes, s", server.Age.TotalSeconds);
        await server.StopAsync();
    }

    private async Task StoreAsync()
    {
        await using var store = SqliteArticleStore.Open(
            Data,
            SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion),
            SiteReader.Read(Content, null, provisionalUrl: null),
            TimeProvider.System,
            NullLogger<SqliteArticleStore>.Instance,
            new SearchOptions { BudgetMilliseconds = 60_000 });
        await MeasureAsync("category page of 20", store, () =>
            new ArticleQuery { Terms = [new TermFilter(TermKind.Category, [Corpus.CategoryOf(random.Next(posts))])] });
        await MeasureAsync("search, two characters", store, () => Search(corpus.WordsOf(random.Next(posts), 2)));
        await MeasureAsync("search, phrase of four", store, () => Search(corpus.WordsOf(random.Next(posts), 4)));
        await MeasureAsync(
            "search, two words", store, () => Search($"{corpus.WordsOf(random.Next(posts), 2)} {corpus.WordsOf(random.Next(posts), 2)}"));
        await MeasureAsync(
            "search by relevance", store, () => Search(corpus.WordsOf(random.Next(posts), 2)) with { Sort = ArticleSort.Relevance });
    }

    private static ArticleQuery Search(string words) => new() { Search = SearchQuery.Parse(words) };

    private static async Task MeasureAsync(string name, SqliteArticleStore store, Func<ArticleQuery> query)
    {
        var times = new Times();
        // The first ones wait for the compiler.
        for (var i = 0; i < Queries; i++)
            await store.ReadAsync(snapshot => snapshot.ListAsync(query(), CancellationToken.None), CancellationToken.None);
        for (var i = 0; i < Queries; i++)
        {
            var asked = query();
            await times.MeasureAsync(async () =>
                await store.ReadAsync(snapshot => snapshot.ListAsync(asked, CancellationToken.None), CancellationToken.None));
        }

        Console.WriteLine($"{name,-32} {times}");
    }

    private string PathOf(int number) => Path.Combine(Content, Corpus.PathOf(number));

    private static void Print(string figure, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-32} {value,10:0.##}"));
}

using System.Diagnostics;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Saves;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Mutations;

/// <summary>
/// Mixes hostile posts with good ones, half of them before the server starts and half while it runs. At the end each hostile file must be
/// an article or have a problem, every good post must be served as it is, and no answer may be an error of the server or malformed.
/// </summary>
internal static class MutationsRun
{
    private const int BatchPosts = 1_000;
    private const int GoodPosts = 100;

    // Far more than a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task RunAsync(FaultRange range, FaultReport report, CancellationToken cancellation)
    {
        foreach (var numbers in range.Numbers.Chunk(BatchPosts))
        {
            cancellation.ThrowIfCancellationRequested();
            await RunBatchAsync((Dialect)(numbers[0] / BatchPosts % Enum.GetValues<Dialect>().Length), numbers, range, report);
        }
    }

    private static async Task RunBatchAsync(Dialect dialect, int[] numbers, FaultRange range, FaultReport report)
    {
        using var site = new FaultSite("mutations", dialect);
        for (var good = 0; good < GoodPosts; good++)
            await File.WriteAllTextAsync(Path.Combine(site.Posts, SavedPost.IdOf(good) + ".md"), SavedPost.TextOf(good, 1));
        List<HostilePost> posts = [];
        foreach (var number in numbers[..(numbers.Length / 2)])
            posts.Add(HostileFile.Write(site, number, range.RandomOf(number), isLive: false));
        await site.StartAsync();
        foreach (var number in numbers[(numbers.Length / 2)..])
            posts.Add(HostileFile.Write(site, number, range.RandomOf(number), isLive: true));
        var outcomes = await SettleAsync(site, posts);
        foreach (var outcome in outcomes.Where(outcome => outcome.Fate == Fate.Lost))
            report.Add(outcome.Post.Number, $"{dialect}: {outcome.Post} is neither served nor a problem {outcome.Post.Keep()}");
        var fates = outcomes.CountBy(outcome => outcome.Fate).Select(fate => $"{fate.Value} {fate.Key}");
        Console.WriteLine($"{dialect}: {string.Join(", ", fates)}");
        await CheckOutputsAsync(site, numbers[0], report);
        foreach (var problem in (await site.ListProblemsAsync()).Where(problem => problem.Code == "unexpected"))
            report.Add(numbers[0], $"{dialect}: {problem.File} failed in an unforeseen way: {problem.Message}");
        report.CountFired(outcomes.Count);
    }

    // What is saved while the server runs is read a moment later.
    private static async Task<IReadOnlyList<(HostilePost Post, Fate Fate)>> SettleAsync(FaultSite site, List<HostilePost> posts)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var problems = (await site.ListProblemsAsync()).Select(problem => problem.File).ToList();
            var sources = IndexSources.Read(site.Data);
            var served = await site.ListIdsAsync();
            var outcomes = posts.ConvertAll(post => (post, FateOf(post, problems, sources, served)));
            if (clock.Elapsed > Patience || outcomes.TrueForAll(outcome => outcome.Item2 != Fate.Lost)) return outcomes;
            await Task.Delay(100);
        }
    }

    private static Fate FateOf(
        HostilePost post, List<string> problems, IReadOnlyList<IndexSource> sources, HashSet<string> served)
    {
        bool IsOfPost(string path) => path.Contains(post.Mark, StringComparison.Ordinal);
        var source = sources.FirstOrDefault(source => IsOfPost(source.Path));
        if (source?.ArticleId is { } id && served.Contains(id)) return Fate.Served;
        if (problems.Exists(IsOfPost)) return Fate.Problem;
        if (source is not null && post.SaysHidden) return Fate.Hidden;
        return Fate.Lost;
    }

    private static async Task CheckOutputsAsync(FaultSite site, int number, FaultReport report)
    {
        await foreach (var output in SiteOutputs.ReadAsync(site.Client)) Check(output, [], number, report);
        foreach (var (format, kind) in new[] { ("rss", OutputKind.Rss), ("atom", OutputKind.Atom) })
        {
            // Feeds of their categories: a feed of everything may have grown so large that it has no bodies.
            HashSet<int> good = [];
            for (var category = 0; category < SavedPost.Categories; category++)
            {
                var address = $"/categories/c{category}/feed.{format}?limit=100";
                Check(await SiteOutputs.AskAsync(site.Client, address, kind), good, number, report);
            }

            foreach (var missing in Enumerable.Range(0, GoodPosts).Where(post => !good.Contains(post)))
                report.Add(number, $"the good post {missing} is not in its feed in {format} as it is");
        }
    }

    private static void Check(SiteOutput output, HashSet<int> good, int number, FaultReport report)
    {
        if (output.Status >= 500 || (output.Kind != OutputKind.Page && output.Status != 200))
            report.Add(number, $"{output.Address} answers {output.Status}");
        else if (FaultIn(output, good) is { } fault) report.Add(number, $"{output.Address} is malformed: {fault}");
    }

    private static string? FaultIn(SiteOutput output, HashSet<int> good)
    {
        try
        {
            switch (output.Kind)
            {
                case OutputKind.JsonFeed or OutputKind.Api:
                    JsonDocument.Parse(output.Body).Dispose();
                    return null;
                case OutputKind.Rss or OutputKind.Atom:
                    var items = XDocument.Parse(output.Body).Descendants().Where(element => element.Name.LocalName is "item" or "entry");
                    foreach (var item in items.Select(item => item.ToString()))
                    {
                        if (SavedPost.NumberIn(item) is { } number && SavedPost.VersionIn(number, item) == 1) good.Add(number);
                    }

                    return null;
                default:
                    return null;
            }
        }
        catch (Exception failure) when (failure is XmlException or JsonException)
        {
            return failure.Message;
        }
    }

    private enum Fate
    {
        Lost,
        Served,
        Problem,
        Hidden,
    }
}

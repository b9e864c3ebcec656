using System.Text.Json.Nodes;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Searching;

/// <summary>Compares what the server finds with what a scan of all texts finds: <c>recall QUERIES</c>, on 10,000 posts.</summary>
public sealed class RecallRun
{
    private const int Posts = 10_000;

    private readonly HttpClient client;
    private readonly List<(string Id, string Title, string Text)> articles = [];
    private long both;
    private long missed;
    private long wrong;
    private int equal;

    private RecallRun(HttpClient client) => this.client = client;

    /// <summary>Runs; 0 when nothing differs.</summary>
    /// <param name="queries">How many are asked.</param>
    /// <param name="seed">Another seed gives other queries.</param>
    public static async Task<int> RunAsync(int queries, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("feedapi-recall-").FullName;
        try
        {
            var content = Path.Combine(folder, "content");
            new RecallPosts().WriteTo(content, Posts);
            // What is found is looked at, however many pages it has and however busy the machine is.
            using var server = ServerProcess.Start(
                content, Path.Combine(folder, "data"), "--Limits:Enabled", "false", "--Search:BudgetMilliseconds", "60000");
            await server.UntilWholeAsync();
            var differs = await new RecallRun(server.Client).CompareAsync(queries, new Random(seed));
            await server.StopAsync();
            return differs ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<bool> CompareAsync(int queries, Random random)
    {
        List<string> texts = [];
        await foreach (var article in AllAsync("/api/v1/articles?limit=100&content=text"))
        {
            var (title, text) = ((string)article["title"]!, (string?)article["content_text"] ?? "");
            texts.Add(text.Length > 0 ? text : title);
            articles.Add(((string)article["id"]!, PlainScan.FormOf(title), PlainScan.FormOf(text)));
        }

        Console.WriteLine($"{articles.Count} articles");
        var made = new RandomQueries(random, texts);
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < queries; number++)
        {
            var query = made.Next();
            kinds[query.Kind] = kinds.GetValueOrDefault(query.Kind) + 1;
            await CompareAsync(query);
        }

        foreach (var (kind, count) in kinds) Console.WriteLine($"{count,5} {kind}");
        Console.WriteLine($"{equal} of {queries} queries answered alike; recall {Percent(both, missed)}, precision {Percent(both, wrong)} "
            + $"of {both + missed} hits");
        return missed + wrong > 0;
    }

    private async Task CompareAsync(AskedQuery query)
    {
        var expected = articles.Where(article => PlainScan.Answers(query, article.Title, article.Text))
            .Select(article => article.Id)
            .ToHashSet(StringComparer.Ordinal);
        List<string> found = [];
        await foreach (var article in AllAsync($"/api/v1/articles?limit=100&fields=id&q={Uri.EscapeDataString(query.Written)}")) found.Add(
            (string)article["id"]!);
        both += found.Count(expected.Contains);
        var (lost, extra) = (expected.Except(found).ToList(), found.Where(id => !expected.Contains(id)).ToList());
        missed += lost.Count;
        // What comes twice is wrong as well.
        wrong += extra.Count + found.Count - found.Distinct(StringComparer.Ordinal).Count();
        if (lost.Count + extra.Count == 0) equal++;
        else
        {
            Console.WriteLine($"{query.Written}: {expected.Count} expected, {found.Count} found; missing {string.Join(' ', lost.Take(3))}; "
                + $"wrong {string.Join(' ', extra.Take(3))}");
        }
    }

    private async IAsyncEnumerable<JsonNode> AllAsync(string address)
    {
        for (string? next = address; next is not null;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync(next))!;
            foreach (var article in page["data"]!.AsArray()) yield return article!;
            next = (string?)page["page"]!["next"] is { } url ? new Uri(url).PathAndQuery : null;
        }
    }

    private static string Percent(long good, long bad) =>
        FormattableString.Invariant($"{(good + bad == 0 ? 100 : 100.0 * good / (good + bad)):0.####} %");
}

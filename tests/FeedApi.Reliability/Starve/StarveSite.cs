using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Starve;

/// <summary>The addresses that are measured on one server: cold ones, each of which is asked for once, and hot ones.</summary>
internal sealed class StarveSite
{
    private const double ColdPerSecond = 30;
    private const double HotPerSecond = 60;
    private static readonly string[] Hot = ["/feed.rss", "/feed.atom", "/feed.json", "/opml.xml"];

    private readonly string[] slugs;
    private int feeds;
    private int hot;
    private int lists;

    private StarveSite(string[] slugs) => this.slugs = slugs;

    /// <summary>The three kinds, in the order of the table.</summary>
    public static IReadOnlyList<string> Names { get; } = ["cold category feed", "hot feed", "plain list"];

    /// <summary>Reads the categories of a server.</summary>
    public static async Task<StarveSite> ReadAsync(HttpClient client, Random random)
    {
        var terms = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/categories", UriKind.Relative)))!;
        string[] slugs = [.. terms["data"]!.AsArray().Where(term => (int)term!["count"]! > 0).Select(term => (string)term!["slug"]!)];
        random.Shuffle(slugs);
        return new StarveSite(slugs);
    }

    /// <summary>The kinds of requests; each goes on where it stood when they are used again.</summary>
    public IReadOnlyList<ReadKind> Kinds() =>
    [
        new(Names[0], ColdPerSecond, ColdFeed),
        new(Names[1], HotPerSecond, () => Hot[hot++ % Hot.Length]),
        new(Names[2], ColdPerSecond, PlainList),
    ];

    // All categories in one format and length, then in the next.
    private string ColdFeed()
    {
        var (round, place) = Math.DivRem(feeds++, slugs.Length);
        var format = (round % 3) switch { 0 => "rss", 1 => "atom", _ => "json" };
        return $"/categories/{Uri.EscapeDataString(slugs[place])}/feed.{format}" + (round < 3 ? "" : $"?limit={9 + (round / 3)}");
    }

    private string PlainList()
    {
        var (round, place) = Math.DivRem(lists++, slugs.Length);
        return $"/api/v1/articles?category={Uri.EscapeDataString(slugs[place])}&limit={20 + round}";
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Starve;

/// <summary>
/// Makes up queries that cost much, no two alike: phrases, exclusions, relevance, totals and facets of words of the texts.
/// </summary>
/// <param name="texts">Texts of articles, from which the words are.</param>
/// <param name="categories">Slugs of categories.</param>
internal sealed class SlowQueries(IReadOnlyList<string> texts, IReadOnlyList<string> categories)
{
    private static readonly string[] Formats = ["rss", "atom", "json"];

    /// <summary>Reads texts and categories of a server.</summary>
    public static async Task<SlowQueries> ReadAsync(HttpClient client)
    {
        var list = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/articles?content=text&limit=100", UriKind.Relative)))!;
        var terms = JsonNode.Parse(await client.GetStringAsync(new Uri("/api/v1/categories", UriKind.Relative)))!;
        return new SlowQueries(
            [.. list["data"]!.AsArray().Select(article => (string?)article!["content_text"] ?? "").Where(text => text.Length > 20)],
            [.. terms["data"]!.AsArray().Select(term => (string)term!["slug"]!)]);
    }

    /// <summary>The path of the next one.</summary>
    public string Next(Random random) => random.Next(8) switch
    {
        0 => $"{List(random)}&q={Piece(random, 2)}&sort=relevance&include=facets,total",
        1 => $"{List(random)}&q={Piece(random, 1)}&include=total",
        2 => $"{List(random)}&q={Phrase(random)}+-{Piece(random, 2)}&include=total",
        3 => $"{List(random)}&q={Piece(random, 2)}+{Piece(random, 2)}&include=facets",
        4 => $"{List(random)}&category=-{categories[random.Next(categories.Count)]}&include=facets,total",
        5 => $"/feed.{Formats[random.Next(Formats.Length)]}?q={Phrase(random)}&sort=relevance&limit={random.Next(10, 101)}",
        6 => $"{List(random)}&q=-{Piece(random, 2)}+-{Piece(random, 3)}&sort=published&include=total",
        _ => $"/api/v1/tags?q={Piece(random, 1)}{random.Next(10)}",
    };

    // No two have the same limit and days, so that none is cached.
    private static string List(Random random) => string.Create(
        CultureInfo.InvariantCulture,
        $"/api/v1/articles?limit={random.Next(10, 101)}&from={2000 + random.Next(20)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}");

    private string Phrase(Random random) => $"%22{Piece(random, 4)}%22";

    private string Piece(Random random, int characters)
    {
        while (true)
        {
            var text = texts[random.Next(texts.Count)];
            var piece = text.AsSpan(random.Next(text.Length - characters), characters);
            if (piece.IndexOfAny(" \"\n") < 0 && !piece.ContainsAnyInRange('\uD800', '\uDFFF'))
                return Uri.EscapeDataString(piece.ToString());
        }
    }
}

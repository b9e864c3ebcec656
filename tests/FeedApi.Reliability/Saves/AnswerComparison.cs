using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FeedApi.Reliability.Saves;

/// <summary>Asks two servers over the same folder everything and compares the answers byte by byte.</summary>
/// <remarks>
/// All but the links to archives, which are cut by the order in which posts came, because an archive that was read never changes;
/// tombstones, since what was deleted before a server began is not known to it; when a server saw an article change; and related
/// articles, which are the best of those that came last. Tombstones take of the size that a feed may have, so that the Atom feed is asked
/// for few articles.
/// </remarks>
internal static partial class AnswerComparison
{
    private static readonly string[] Formats = ["rss", "atom", "json"];

    private static readonly string[] Fixed =
    [
        "/feed.rss?limit=100", "/feed.atom?limit=25", "/feed.json?limit=100", "/api/v1/categories",
        "/api/v1/tags", "/api/v1/authors", "/api/v1/site", "/opml.xml", "/",
        "/api/v1/articles?q=Begin&include=total,facets&limit=100", "/api/v1/articles?sort=-updated&limit=100",
    ];

    /// <summary>The addresses that are answered differently, with the first difference, and how many were compared.</summary>
    public static async Task<(int Compared, IReadOnlyList<string> Differences)> RunAsync(HttpClient one, HttpClient other)
    {
        List<string> differences = [];
        var compared = 0;
        foreach (var address in await AddressesAsync(one))
        {
            compared++;
            var (first, second) = (await AskAsync(one, address), await AskAsync(other, address));
            if (first != second) differences.Add($"{address}: {FirstDifference(first, second)}");
        }

        return (compared, differences);
    }

    /// <summary>Everything that a server answers, by address.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpClient client)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in await AddressesAsync(client)) answers[address] = await AskAsync(client, address);
        return answers;
    }

    /// <summary>Status and body at an address.</summary>
    public static async Task<string> AskAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return $"{(int)response.StatusCode} {Comparable(await response.Content.ReadAsStringAsync())}";
    }

    /// <summary>What is the same of every server over a folder.</summary>
    public static string Comparable(string body) => ArchiveLink().Replace(body, "");

    /// <summary>Where two answers begin to differ.</summary>
    public static string FirstDifference(string one, string other)
    {
        var at = 0;
        while (at < Math.Min(one.Length, other.Length) && one[at] == other[at]) at++;
        return $"at {at}: \"{Around(one, at)}\" / \"{Around(other, at)}\"";
    }

    private static async Task<List<string>> AddressesAsync(HttpClient client)
    {
        List<string> addresses = [.. Fixed];
        for (string? page = "/api/v1/articles?limit=100&content=html"; page is not null;)
        {
            addresses.Add(page);
            var list = JsonNode.Parse(await client.GetStringAsync(page))!;
            foreach (var article in list["data"]!.AsArray())
            {
                addresses.Add($"/api/v1/articles/{article!["id"]}?content=markdown");
                addresses.Add(new Uri((string)article["url"]!).AbsolutePath);
            }

            page = list["page"]!["next"] is { } next ? new Uri((string)next!).PathAndQuery : null;
        }

        foreach (var kind in new[] { "categories", "tags" })
        {
            foreach (var term in JsonNode.Parse(await client.GetStringAsync($"/api/v1/{kind}"))!["data"]!.AsArray())
            {
                addresses.Add($"/api/v1/{kind}/{term!["slug"]}");
                addresses.Add($"/{kind}/{term["slug"]}");
                addresses.AddRange(Formats.Select(format => $"/{kind}/{term["slug"]}/feed.{format}"));
            }
        }

        return addresses;
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");

    [GeneratedRegex(
        """<(atom:)?link rel="prev-archive"[^>]*>|"(next_url|changed)":"[^"]*",?|<at:deleted-entry [^>]*?(/>|>.*?</at:deleted-entry>)""",
        RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex ArchiveLink();
}

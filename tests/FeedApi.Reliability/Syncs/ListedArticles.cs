using System.Text.Json.Nodes;
using FeedApi.Reliability.Saves;

namespace FeedApi.Reliability.Syncs;

/// <summary>The list of the API, which copies are compared with.</summary>
internal static class ListedArticles
{
    /// <summary>The articles as JSON, by id, page by page.</summary>
    /// <param name="client">Asks the server.</param>
    /// <param name="filter">The selection as the end of a query; empty for all articles.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpClient client, string filter)
    {
        var articles = new Dictionary<string, string>(StringComparer.Ordinal);
        for (string? page = "/api/v1/articles?limit=100&content=html&sort=-changed" + filter; page is not null;)
        {
            var list = JsonNode.Parse(await client.GetStringAsync(page))!;
            foreach (var article in list["data"]!.AsArray()) articles[(string)article!["id"]!] = article.ToJsonString();
            page = list["page"]!["next"] is { } next ? new Uri((string)next!).PathAndQuery : null;
        }

        return articles;
    }

    /// <summary>Where a copy is not what the list has.</summary>
    public static IReadOnlyList<string> DifferencesOf(
        IReadOnlyDictionary<string, string> listed, IReadOnlyDictionary<string, string> copy) =>
    [
        .. listed.Keys.Except(copy.Keys).Select(id => $"{id} is missing"),
        .. copy.Keys.Except(listed.Keys).Select(id => $"{id} should be gone"),
        .. listed.Where(each => copy.TryGetValue(each.Key, out var kept) && kept != each.Value)
            .Select(each => $"{each.Key} differs {AnswerComparison.FirstDifference(each.Value, copy[each.Key])}"),
    ];
}

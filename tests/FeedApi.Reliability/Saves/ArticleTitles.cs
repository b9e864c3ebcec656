using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Saves;

/// <summary>Reads what a server shows of a whole site.</summary>
internal static class ArticleTitles
{
    /// <summary>The title of every article by its id, page by page. An id that is listed twice is an error.</summary>
    public static async Task<Dictionary<string, string>> ReadAsync(HttpClient client)
    {
        Dictionary<string, string> titles = new(StringComparer.Ordinal);
        for (string? page = "/api/v1/articles?limit=100&fields=id,title"; page is not null;)
        {
            var list = JsonNode.Parse(await client.GetStringAsync(page))!;
            foreach (var article in list["data"]!.AsArray()) titles.Add((string)article!["id"]!, (string)article["title"]!);
            page = list["page"]!["next"] is { } next ? new Uri((string)next!).PathAndQuery : null;
        }

        return titles;
    }
}

using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Sites;

/// <summary>Asks a server for everything that it shows: each article in lists, in feeds of all formats and on its page.</summary>
internal static class SiteOutputs
{
    private static readonly (string Ending, OutputKind Kind)[] Formats =
        [("rss", OutputKind.Rss), ("atom", OutputKind.Atom), ("json", OutputKind.JsonFeed)];

    /// <summary>Every answer, lists and feeds in pages of 100.</summary>
    /// <param name="client">Asks the server.</param>
    /// <param name="hasPages">Whether the page of each article is asked for too.</param>
    public static async IAsyncEnumerable<SiteOutput> ReadAsync(HttpClient client, bool hasPages = true)
    {
        for (string? query = "?limit=100"; query is not null;)
        {
            foreach (var (ending, kind) in Formats) yield return await AskAsync(client, $"/feed.{ending}{query}", kind);
            var list = await AskAsync(client, $"/api/v1/articles{query}&content=html", OutputKind.Api);
            yield return list;
            if (list.Status != 200) yield break;
            var parsed = JsonNode.Parse(list.Body)!;
            foreach (var article in hasPages ? parsed["data"]!.AsArray() : [])
                yield return await AskAsync(client, new Uri((string)article!["url"]!).AbsolutePath, OutputKind.Page);
            var next = (string?)parsed["page"]!["next"];
            query = next is null ? null : CursorIn(next);
        }
    }

    /// <summary>One answer; what is gzipped is unpacked, and a redirect followed.</summary>
    public static async Task<SiteOutput> AskAsync(HttpClient client, string address, OutputKind kind)
    {
        using var response = await client.GetAsync(address);
        return new SiteOutput(address, kind, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string CursorIn(string next)
    {
        var cursor = new Uri(next).Query[1..].Split('&').Single(part => part.StartsWith("cursor=", StringComparison.Ordinal));
        return $"?limit=100&{cursor}";
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Queries;

namespace FeedApi.Api.Articles;

/// <summary>
/// Articles as rows of a table (RFC 4180): a column for each member; of terms their slugs and of media their addresses, separated by
/// spaces.
/// </summary>
internal sealed class ArticleTable(ArticlePresentation presentation)
{
    private static readonly string[] Usual =
    [
        "id", "url", "title", "summary", "language", "published", "updated", "changed", "authors", "categories", "tags", "image",
        "enclosures", "word_count",
    ];

    private readonly string[] columns = ColumnsOf(presentation);

    /// <summary>The first line: the names of the columns.</summary>
    public string Header => string.Join(',', columns) + "\r\n";

    /// <summary>The line of an article.</summary>
    public string RowOf(ArticleContract article)
    {
        var members = JsonSerializer.SerializeToNode(article, ApiJson.Options)!.AsObject();
        return string.Join(',', columns.Select(column => Quote(TextOf(members[column])))) + "\r\n";
    }

    // All members that were asked for, in their usual order.
    private static string[] ColumnsOf(ArticlePresentation presentation)
    {
        string[] content =
        [
            .. presentation.Bodies.HasFlag(ArticleBodies.Html) ? ["content_html"] : (string[])[],
            .. presentation.Bodies.HasFlag(ArticleBodies.Text) ? ["content_text"] : (string[])[],
            .. presentation.Bodies.HasFlag(ArticleBodies.Markdown) ? ["content_markdown"] : (string[])[],
        ];
        return presentation.Fields.Count == 0
            ? [.. Usual, .. content]
            : [.. ArticleFields.Names.Where(presentation.Fields.Contains)];
    }

    private static string TextOf(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(' ', list.Select(TextOf)),
        JsonObject item when (item["slug"] ?? item["url"] ?? item["id"]) is { } name => (string)name!,
        JsonObject other => other.ToJsonString(ApiJson.Options),
        JsonValue single when single.GetValueKind() == JsonValueKind.String => (string)single!,
        _ => value.ToJsonString(),
    };

    private static string Quote(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

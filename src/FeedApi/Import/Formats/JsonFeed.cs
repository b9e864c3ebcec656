using System.Net;
using System.Text.Json.Nodes;

namespace FeedApi.Import.Formats;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    /// <summary>True for a feed.</summary>
    public static bool IsOne(JsonObject root) =>
        root["items"] is JsonArray && Text(root["version"])?.Contains("jsonfeed.org", StringComparison.Ordinal) == true;

    /// <summary>Reads a feed.</summary>
    public static ImportedFile Read(JsonObject root)
    {
        var file = new ImportedFile("JSON Feed " + Text(root["version"])!.Split('/')[^1]);
        var authors = AuthorsOf(root);
        foreach (var item in root["items"]!.AsArray().OfType<JsonObject>()) file.Posts.Add(PostOf(item, authors, Text(root["language"])));
        return file;
    }

    private static ImportedPost PostOf(JsonObject item, List<string> authorsOfFeed, string? language)
    {
        var published = FeedFields.DateOf(Text(item["date_published"]), TimeZoneInfo.Utc);
        var updated = FeedFields.DateOf(Text(item["date_modified"]), TimeZoneInfo.Utc);
        var own = AuthorsOf(item);
        return new ImportedPost
        {
            // A number is allowed, and read as text (version 1.1, "Items").
            Guid = FeedFields.NullIfEmpty(item["id"]?.ToString()),
            Title = Text(item["title"]) ?? "",
            Published = published ?? updated,
            Updated = published is null || updated == published ? null : updated,
            Address = Text(item["url"]),
            Authors = own.Count > 0 ? own : authorsOfFeed,
            Tags = [.. (item["tags"] as JsonArray ?? []).Select(Text).OfType<string>()],
            Body = Text(item["content_html"]) ?? Paragraphs(Text(item["content_text"])),
            Summary = Text(item["summary"]) is { } summary ? HtmlText.Of(WebUtility.HtmlEncode(summary)) : null,
            Language = Text(item["language"]) ?? language,
            Image = Text(item["image"]) ?? Text(item["banner_image"]),
            Enclosures =
            [
                .. (item["attachments"] as JsonArray ?? []).OfType<JsonObject>().Where(each => Text(each["url"]) is not null).Select(each =>
                    new ImportedEnclosure(Text(each["url"])!, Text(each["mime_type"]), FeedFields.Size(each["size_in_bytes"]?.ToString()))),
            ],
        };
    }

    private static List<string> AuthorsOf(JsonObject element)
    {
        var all = element["authors"] is JsonArray several ? several.OfType<JsonObject>() : element["author"] is JsonObject one ? [one] : [];
        return [.. all.Select(author => Text(author["name"]) ?? Text(author["url"])).OfType<string>()];
    }

    private static string Paragraphs(string? text) => text is null ? "" : string.Concat(
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => $"<p>{WebUtility.HtmlEncode(part.Trim()).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n"));

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? FeedFields.NullIfEmpty(text) : null;
}

using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace FeedApi.Import.Formats;

/// <summary>An export of Ghost (versions 0 to 6).</summary>
internal static class GhostExport
{
    // Where Ghost writes the address of the site itself.
    private const string SiteAddress = "__GHOST_URL__";

    /// <summary>The tables of an export; null when it is none.</summary>
    public static JsonObject? TablesOf(JsonObject root)
    {
        var inner = root["db"] is JsonArray { Count: > 0 } several ? several[0] as JsonObject : root;
        return inner?["data"] is JsonObject { } tables && tables["posts"] is JsonArray ? tables : null;
    }

    /// <summary>Reads an export.</summary>
    public static ImportedFile Read(JsonObject root, JsonObject tables)
    {
        var inner = root["db"] is JsonArray { Count: > 0 } several ? several[0] as JsonObject : root;
        var file = new ImportedFile($"Ghost {Text((inner?["meta"] as JsonObject)?["version"]) ?? ""}".TrimEnd());
        var names = (Tags: NamesOf(tables["tags"]), Users: NamesOf(tables["users"]));
        var tags = LinksOf(tables["posts_tags"], "tag_id");
        var authors = LinksOf(tables["posts_authors"], "author_id");
        foreach (var post in Rows(tables["posts"]))
        {
            var isPage = Text(post["type"]) == "page" || Key(post["page"]) is "1" or "true";
            if (isPage) file.Leave("pages");
            else file.Posts.Add(PostOf(post, names.Tags, names.Users, tags[Key(post["id"]) ?? ""], authors[Key(post["id"]) ?? ""], file));
        }

        foreach (var table in (string[])["members", "newsletters", "offers", "products", "webhooks"])
            file.Leave(table, Rows(tables[table]).Count());
        return file;
    }

    private static ImportedPost PostOf(
        JsonObject post, Dictionary<string, string> tagNames, Dictionary<string, string> userNames,
        IEnumerable<string> tags, IEnumerable<string> authors, ImportedFile file)
    {
        var status = Text(post["status"]);
        var visibility = Text(post["visibility"]) ?? "public";
        if (status is "sent") file.Leave("posts that were sent as mail only, which are hidden instead");
        if (visibility != "public") file.Leave("posts for members only, which are hidden instead");
        if (Text(post["codeinjection_head"]) is not null || Text(post["codeinjection_foot"]) is not null)
            file.Leave("code for single posts");
        var (body, isMarkdown) = BodyOf(post, file);
        var published = DateOf(post["published_at"]) ?? (status is "draft" ? null : DateOf(post["created_at"]));
        var updated = DateOf(post["updated_at"]);
        var names = tags.Select(id => tagNames.GetValueOrDefault(id)).OfType<string>()
            .Concat(Rows(post["tags"]).Select(tag => Text(tag["name"])).OfType<string>()).Distinct().ToList();
        file.Leave("internal tags", names.Count(name => name.StartsWith('#')));
        string[] written = [.. authors, .. Key(post["author_id"]) is { } author ? (string[])[author] : []];
        return new ImportedPost
        {
            // What its feeds have: since Ghost 1.0 the id, which is a text then, before that the uuid.
            Guid = Text(post["id"]) ?? Text(post["uuid"]),
            Title = Text(post["title"]) ?? "",
            Published = published,
            Updated = updated > published ? updated : null,
            Slug = Text(post["slug"]),
            Path = Text(post["slug"]) is { } slug ? $"/{slug}/" : null,
            Authors = [.. written.Select(id => userNames.GetValueOrDefault(id)).OfType<string>().Distinct()],
            Tags = [.. names.Where(name => !name.StartsWith('#'))],
            Body = body.Replace(SiteAddress, "", StringComparison.Ordinal),
            IsMarkdown = isMarkdown,
            Summary = Text(post["custom_excerpt"]),
            Image = (Text(post["feature_image"]) ?? Text(post["image"]))?.Replace(SiteAddress, "", StringComparison.Ordinal),
            IsPublic = status is "published" or "scheduled" or null && visibility == "public",
        };
    }

    // HTML is there nearly always; what else Ghost edits is kept as far as it is text.
    private static (string Body, bool IsMarkdown) BodyOf(JsonObject post, ImportedFile file)
    {
        if (Text(post["html"]) is { } html) return (html, false);
        if (Text(post["markdown"]) is { } markdown) return (markdown, true);
        if (CardsOf(Text(post["mobiledoc"])) is { } cards) return (cards, true);
        if (Text(post["plaintext"]) is { } plain)
        {
            file.Leave("posts without HTML, of which the plain text was taken");
            return (string.Concat(plain.Split("\n\n").Select(part => $"<p>{WebUtility.HtmlEncode(part)}</p>\n")), false);
        }

        if (post["lexical"] is not null || post["mobiledoc"] is not null) file.Leave("posts without HTML, whose body is left out");
        return ("", false);
    }

    // Posts that were written in Markdown are one card of it.
    private static string? CardsOf(string? mobiledoc)
    {
        if (mobiledoc is null || JsonNode.Parse(mobiledoc) is not JsonObject document || document["cards"] is not JsonArray cards)
            return null;
        var texts = cards.OfType<JsonArray>().Where(card => card.Count > 1 && Text(card[0]) is "markdown" or "card-markdown")
            .Select(card => Text((card[1] as JsonObject)?["markdown"])).OfType<string>().ToList();
        return texts.Count == 0 ? null : string.Join("\n\n", texts);
    }

    private static Dictionary<string, string> NamesOf(JsonNode? table) =>
        Rows(table).Where(row => Key(row["id"]) is not null && Text(row["name"]) is not null).DistinctBy(row => Key(row["id"]))
            .ToDictionary(row => Key(row["id"])!, row => Text(row["name"])!);

    private static ILookup<string, string> LinksOf(JsonNode? table, string column) => Rows(table)
        .Where(row => Key(row["post_id"]) is not null && Key(row[column]) is not null)
        .OrderBy(row => int.TryParse(Key(row["sort_order"]), CultureInfo.InvariantCulture, out var order) ? order : 0)
        .ToLookup(row => Key(row["post_id"])!, row => Key(row[column])!);

    private static IEnumerable<JsonObject> Rows(JsonNode? table) => (table as JsonArray ?? []).OfType<JsonObject>();

    // Ids are numbers in old versions, and texts in new ones.
    private static string? Key(JsonNode? node) => FeedFields.NullIfEmpty(node?.ToString());

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? FeedFields.NullIfEmpty(text) : null;

    // Milliseconds, ISO 8601, or a date and a time in UTC. Before 1970 it stands for none.
    private static DateTimeOffset? DateOf(JsonNode? node)
    {
        if (Key(node) is not { } text) return null;
        var date = long.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) && Math.Abs(milliseconds) < 253_402_300_799_000
            ? milliseconds > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null
            : FeedFields.DateOf(text, TimeZoneInfo.Utc);
        return date is { Year: >= 1970 } ? date : null;
    }
}

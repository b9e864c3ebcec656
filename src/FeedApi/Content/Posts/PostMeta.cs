using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using FeedApi.Model;

namespace FeedApi.Content.Posts;

/// <summary>Keeps the front matter that FeedApi gives no meaning to, as it was written.</summary>
internal static class PostMeta
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "title", "date", "category", "categories", "tag", "tags", "author", "authors", "excerpt", "description", "summary", "image",
        "lang", "last_modified_at", "updated", "lastmod", "published", "draft", "id", "guid", "slug", "permalink", "redirect_from",
        "aliases", "enclosure", "enclosures", "excerpt_separator", "publishDate", "publish_date", "publishdate", "expiryDate",
        "expiry_date", "expirydate", "redirect_to", "correction", "withdrawn", "ai",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a key that is read.</summary>
    public static bool IsKnown(string key) => Known.Contains(key);

    /// <summary>The other keys, in order; null when there are none.</summary>
    public static JsonObject? Of(ConfigMap map)
    {
        JsonObject? meta = null;
        foreach (var entry in map.Entries)
        {
            if (!Known.Contains(entry.Key)) (meta ??= [])[entry.Key] = Convert(entry.Value);
        }

        return meta;
    }

    private static JsonNode? Convert(ConfigNode node) => node switch
    {
        { IsUnset: true } => null,
        ConfigList list => new JsonArray([.. list.Items.Select(Convert)]),
        ConfigMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Convert(entry.Value)))),
        ConfigScalar { IsPlain: true, Text: "true" } => JsonValue.Create(true),
        ConfigScalar { IsPlain: true, Text: "false" } => JsonValue.Create(false),
        ConfigScalar { IsPlain: true } scalar when IsWholeNumber(scalar.Text, out var number) => JsonValue.Create(number),
        ConfigScalar { IsPlain: true } scalar when IsDecimal(scalar.Text, out var number) => JsonValue.Create(number),
        ConfigScalar scalar => JsonValue.Create(scalar.Text),
        _ => null,
    };

    private static bool IsDecimal(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && !text.EndsWith('0') && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);

    // 1.10 may be a version and 012 an article number: only what reads back the same is a number.
    private static bool IsWholeNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FeedApi.Feeds.Entries;

/// <summary>Reads the values of <see cref="Model.Article.Meta"/> that feeds contain; values of the wrong type are ignored.</summary>
internal static class ArticleMeta
{
    /// <summary>
    /// The value of the first of these keys that is a string or a number, cleaned and on one line; null when there is none.
    /// </summary>
    internal static string? Text(JsonObject? meta, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (meta?[key] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
                && FeedEntries.Line(meta![key]!.ToString()) is { Length: > 0 } line) return line;
        }

        return null;
    }

    /// <summary>An integer of at least 1; null for anything else.</summary>
    internal static int? Count(JsonObject? meta, string key) =>
        int.TryParse(Text(meta, key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    /// <summary>True or false; null for anything else.</summary>
    internal static bool? Claim(JsonObject? meta, string key) => meta?[key]?.ToString().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" or "clean" => false,
        _ => null,
    };

    /// <summary>A single value, or the values of a list.</summary>
    internal static IEnumerable<JsonNode> Entries(JsonObject? meta, string key) => meta?[key] switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        var one => [one],
    };
}

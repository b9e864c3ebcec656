using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FeedApi.Feeds.Entries;

/// <summary>Reads what a feed shows of <see cref="Model.Article.Meta"/>; what has the wrong kind counts as unset.</summary>
internal static class ArticleMeta
{
    /// <summary>The first of these keys that holds a text or a number, on one line and clean; null when there is none.</summary>
    internal static string? Text(JsonObject? meta, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (meta?[key] is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number
                && FeedEntries.Line(meta![key]!.ToString()) is { Length: > 0 } line) return line;
        }

        return null;
    }

    /// <summary>A whole number from 1; null for anything else.</summary>
    internal static int? Count(JsonObject? meta, string key) =>
        int.TryParse(Text(meta, key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    /// <summary>True or false; null for anything else.</summary>
    internal static bool? Claim(JsonObject? meta, string key) => meta?[key]?.ToString().ToLowerInvariant() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" or "clean" => false,
        _ => null,
    };

    /// <summary>An entry by itself, or the entries of a list.</summary>
    internal static IEnumerable<JsonNode> Entries(JsonObject? meta, string key) => meta?[key] switch
    {
        null => [],
        JsonArray list => list.OfType<JsonNode>(),
        var one => [one],
    };
}

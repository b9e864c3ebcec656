using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Site;
using FeedApi.Site.Settings;

namespace FeedApi.Rendering;

/// <summary>Finds the values of a post's front matter by which the site lets clients filter.</summary>
internal static class FieldValues
{
    // Longer texts are no names or codes.
    private const int MaxChars = 200;

    // A list of everything would be an entry of the index each.
    private const int MaxValues = 50;

    /// <summary>The values, each once; those that are not of the declared type are left out.</summary>
    public static IReadOnlyList<FieldValue> Of(JsonObject? meta, SiteConfig site)
    {
        if (meta is null || site.Fields.Count == 0) return [];
        List<FieldValue> values = [];
        foreach (var (key, type) in site.Fields)
        {
            if (!meta.TryGetPropertyValue(key, out var node)) continue;
            var items = node is JsonArray list ? list : (IEnumerable<JsonNode?>)[node];
            values.AddRange(items.OfType<JsonValue>().Take(MaxValues)
                .Select(item => Of(key, type, TextOf(item), site.TimeZone)).OfType<FieldValue>().Distinct());
        }

        return values;
    }

    private static FieldValue? Of(string key, FieldType type, string written, TimeZoneInfo zone)
    {
        var text = written.Trim();
        return type switch
        {
            FieldType.Number => NumberOf(text) is { } number ? new FieldValue(key, null, number) : null,
            FieldType.Date => PostDate.TryParse(text, zone, out var date) ? new FieldValue(key, null, date.ToUnixTimeSeconds()) : null,
            FieldType.Boolean => text is "true" or "false" ? new FieldValue(key, text, null) : null,
            _ => text.Length is > 0 and <= MaxChars ? new FieldValue(key, text.ToLowerInvariant(), null) : null,
        };
    }

    private static string TextOf(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

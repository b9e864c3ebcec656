using System.Text.Json;
using FeedApi.Feeds.Entries;
using FeedApi.Model;

namespace FeedApi.Feeds.Json;

/// <summary>The extension <c>_feedapi</c> of an item: what JSON Feed has no member for.</summary>
/// <remarks>JSON Feed 1.1, "Extensions": an object whose name begins with an underscore.</remarks>
internal static class JsonExtension
{
    /// <summary>Writes the extension when there is something to say.</summary>
    public static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        if (entry.Ai is null && entry.Correction is null) return;
        json.WriteStartObject("_feedapi");
        if (entry.Ai is { } ai) Write(json, ai);
        if (entry.Correction is { } correction) Write(json, correction);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AiProvenance ai)
    {
        json.WriteStartObject("ai");
        json.WriteString("kind", ai.Kind.ToString().ToLowerInvariant());
        if (ai.Tool is { } tool) json.WriteString("tool", FeedEntries.Line(tool));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Correction correction)
    {
        json.WriteStartObject("correction");
        json.WriteString("text", FeedEntries.Line(correction.Text));
        json.WriteString("date", FeedDate.Rfc3339(correction.At));
        json.WriteEndObject();
    }
}

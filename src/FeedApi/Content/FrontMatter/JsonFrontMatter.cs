using System.Text;
using System.Text.Json;
using FeedApi.Site.Nodes;

namespace FeedApi.Content.FrontMatter;

/// <summary>Finds and reads a JSON object at the start of a post.</summary>
/// <remarks>Hugo, "Front matter": a plain JSON object; only its closing brace marks its end.</remarks>
internal static class JsonFrontMatter
{
    /// <summary>True when the text begins with an object, not with a brace that means something else.</summary>
    public static bool IsAhead(string text)
    {
        if (text.Length == 0 || text[0] != '{') return false;
        var rest = text.AsSpan(1).TrimStart();
        return rest is ['"', ..] || (rest is ['}', ..] && (rest.Length == 1 || rest[1] == '\n'));
    }

    /// <summary>Splits after the object. An invalid object extends to the end of the text, as its end is unknown.</summary>
    public static FrontMatterText Cut(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(JsonNodeReader.Options));
        try
        {
            if (!reader.Read() || !reader.TrySkip()) return new FrontMatterText(null, FrontMatterSyntax.Json, "", 1, true);
        }
        catch (JsonException)
        {
            return new FrontMatterText(text, FrontMatterSyntax.Json, "", 1, false);
        }

        var end = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
        var body = text.AsSpan(end).TrimStart(" \t\r");
        var bodyLine = text.AsSpan(0, end).Count('\n') + 1;
        return body is ['\n', ..]
            ? new FrontMatterText(text[..end], FrontMatterSyntax.Json, body[1..].ToString(), bodyLine + 1, false)
            : new FrontMatterText(text[..end], FrontMatterSyntax.Json, body.ToString(), bodyLine, false);
    }
}

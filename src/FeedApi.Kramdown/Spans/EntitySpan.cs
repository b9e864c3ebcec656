using System.Globalization;
using System.Net;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Entities: <c>&amp;copy;</c>, <c>&amp;#169;</c>, <c>&amp;#xa9;</c>.</summary>
internal static class EntitySpan
{
    // The longest name has 8 letters; numbers may have leading zeros.
    private const int MaxChars = 32;

    /// <summary>Parses an entity; an unknown one is text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        var end = text.AsSpan(at, Math.Min(MaxChars, text.Length - at)).IndexOf(';');
        if (end < 2) return false;
        var written = text.Substring(at, end + 1);
        if (!char.IsAsciiLetter(written[1]) && written[1] != '#') return false;
        if (written.Contains("&#X", StringComparison.Ordinal)) return false;
        var meant = WebUtility.HtmlDecode(written);
        if (meant != written) reader.AddSymbol(meant, at + end + 1);
        else if (IsNumber(written)) reader.Add(new HtmlInline(written), at + end + 1);
        else return false;
        return true;
    }

    private static bool IsNumber(string written) =>
        written.StartsWith("&#", StringComparison.Ordinal)
        && int.TryParse(written.AsSpan(2, written.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

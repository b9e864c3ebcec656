using System.Buffers;
using System.Globalization;
using System.Text;

namespace FeedApi.Model.Text;

/// <summary>Removes the characters that an XML document must not contain, not even as references.</summary>
/// <remarks>XML 1.0, section 2.2: tab, line feed, carriage return, U+0020 to U+D7FF, U+E000 to U+FFFD, U+10000 to U+10FFFF.</remarks>
internal static class XmlText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>The text without forbidden characters; the same string when there are none.</summary>
    public static string Clean(string text) => Clean(text, out _);

    /// <summary>The text without forbidden characters and lone surrogates; the same string when there are none.</summary>
    /// <param name="text">Any UTF-16 text.</param>
    /// <param name="changed">True when something was removed.</param>
    public static string Clean(string text, out bool changed)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = IndexOfForbidden(text);
        changed = first >= 0;
        return changed ? RemoveFrom(text, first) : text;
    }

    /// <summary>Index of the first char that <see cref="Clean(string)"/> would remove; -1 when there is none.</summary>
    public static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        // Three vectorised passes are faster than one over a set of 2,080 chars, and nearly every text needs no more.
        var end = EarlierOf(text.Length, text.IndexOfAny(Controls));
        end = EarlierOf(end, text[..end].IndexOfAnyInRange('\uFFFE', '\uFFFF'));
        for (var i = 0; i < end; i++)
        {
            var surrogate = text[i..end].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (surrogate < 0) break;
            i += surrogate;
            if (IsForbidden(text, i)) return i;
            i++;
        }

        return end < text.Length ? end : -1;
    }

    private static string RemoveFrom(string text, int first)
    {
        var kept = new StringBuilder(text.Length).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (IsForbidden(text, i)) continue;
            kept.Append(text[i]);
            if (char.IsHighSurrogate(text[i])) kept.Append(text[++i]);
        }

        return kept.ToString();
    }

    private static bool IsForbidden(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        '\t' or '\n' or '\r' => false,
        < ' ' or '\uFFFE' or '\uFFFF' => true,
        >= '\uD800' and <= '\uDBFF' => index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]),
        >= '\uDC00' and <= '\uDFFF' => true,
        _ => false,
    };

    private static int EarlierOf(int length, int index) => index < 0 ? length : index;

    /// <summary>True when the text has a visible character: readers treat one of format characters such as U+FEFF alone as empty.</summary>
    public static bool IsVisible(string text) =>
        text.Any(letter => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format);

    /// <summary>The text with ampersands, angle brackets and double quotes as entities.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>Reads the character references of plain HTML: the common ones, as they are usually written.</summary>
internal static class CharacterReference
{
    // The longest one is &#65533;.
    private const int MaxChars = 8;

    /// <summary>Reads the reference at the start of a text; false when it is not among them.</summary>
    /// <param name="text">Begins with an ampersand.</param>
    /// <param name="value">The character.</param>
    /// <param name="length">The number of chars of the reference.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out char value, out int length)
    {
        var end = text[..Math.Min(text.Length, MaxChars)].IndexOf(';');
        length = end + 1;
        value = '\0';
        if (end < 3) return false;
        var name = text[1..end];
        return name[0] == '#' ? TryReadNumber(name[1..], out value) : TryReadName(name, out value);
    }

    /// <summary>The text of a part of plain HTML: without tags, its references as characters.</summary>
    public static string Decode(ReadOnlySpan<char> html)
    {
        if (html.IndexOfAny('&', '<') < 0) return html.ToString();
        var text = new StringBuilder(html.Length);
        while (html.IndexOfAny('&', '<') is var at and >= 0)
        {
            text.Append(html[..at]);
            html = html[at..];
            var length = html.IndexOf('>') + 1;
            if (html[0] == '&' && TryRead(html, out var value, out length)) text.Append(value);
            html = html[length..];
        }

        return text.Append(html).ToString();
    }

    private static bool TryReadName(ReadOnlySpan<char> name, out char value)
    {
        value = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u00a0',
            "mdash" => '—',
            "ndash" => '–',
            "ldquo" => '“',
            "rdquo" => '”',
            "lsquo" => '‘',
            "rsquo" => '’',
            "hellip" => '…',
            "middot" => '·',
            "copy" => '©',
            _ => '\0',
        };
        return value != '\0';
    }

    // A parser replaces controls and complains about others.
    private static bool TryReadNumber(ReadOnlySpan<char> digits, out char value)
    {
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var isPlain = isNumber && number is (>= ' ' and <= '~') or (>= 0xA0 and < 0xD800) or (>= 0xE000 and < 0xFDD0);
        value = isPlain ? (char)number : '\0';
        return isPlain;
    }
}

using System.Text;
using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Html;

/// <summary>Escapes text from HTML; its entities are kept.</summary>
internal static class HtmlEscape
{
    /// <summary>Text between tags.</summary>
    public static string Text(ReadOnlySpan<char> text) => Escape(text, "<>&");

    /// <summary>The value of an attribute.</summary>
    public static string Attribute(ReadOnlySpan<char> text) => Escape(text, "<>&\"");

    private static string Escape(ReadOnlySpan<char> text, string signs)
    {
        if (text.IndexOfAny(signs) < 0) return text.ToString();
        var escaped = new StringBuilder(text.Length + 16);
        while (text.IndexOfAny(signs) is var at and >= 0)
        {
            escaped.Append(text[..at]);
            escaped.Append(text[at] switch { '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => IsReference(text[at..]) ? "&" : "&amp;" });
            text = text[(at + 1)..];
        }

        return escaped.Append(text).ToString();
    }

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 40)].IndexOf(';');
        if (end < 2) return false;
        var name = text[1..end];
        return name[0] == '#' ? IsNumber(name[1..]) : IsName(name);
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        (Characters.IsWord(name[0]) || name[0] == ':') && IsAll(name, c => Characters.IsWord(c) || c is '-' or '.' or ':');

    private static bool IsNumber(ReadOnlySpan<char> number)
    {
        if (number.IsEmpty) return false;
        if (number[0] != 'x') return IsAll(number, char.IsAsciiDigit);
        return number.Length > 1 && IsAll(number[1..], char.IsAsciiHexDigit);
    }

    private static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> isAllowed)
    {
        foreach (var c in text)
        {
            if (!isAllowed(c)) return false;
        }

        return true;
    }
}

using System.Globalization;
using System.Text;

namespace FeedApi.Model.Text;

/// <summary>Makes foreign text harmless in a log that people read in a terminal.</summary>
internal static class LogText
{
    /// <summary>
    /// The text with control characters, line separators and format characters as <c>\uXXXX</c>: none of it can colour, erase, reverse or
    /// split a line.
    /// </summary>
    /// <returns>The same string when there are none.</returns>
    /// <param name="text">For example, a message with the name of a file.</param>
    /// <param name="keepsLines">True: line ends and tabs stay, as in a stack trace.</param>
    public static string Escape(string text, bool keepsLines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = 0;
        while (first < text.Length && !IsUnsafe(text[first], keepsLines)) first++;
        if (first == text.Length) return text;
        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var value in text.AsSpan(first))
        {
            if (IsUnsafe(value, keepsLines)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)value:x4}");
            else escaped.Append(value);
        }

        return escaped.ToString();
    }

    // Emoji are joined by U+200D, which does nothing else.
    private static bool IsUnsafe(char value, bool keepsLines) => char.GetUnicodeCategory(value) switch
    {
        UnicodeCategory.Control => !(keepsLines && value is '\n' or '\r' or '\t'),
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => value != '\u200D',
        _ => false,
    };
}

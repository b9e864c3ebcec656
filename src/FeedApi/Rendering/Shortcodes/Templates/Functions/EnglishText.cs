using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Titles and names as Hugo makes them of English texts.</summary>
internal static partial class EnglishText
{
    // In the style of the AP, which is Hugo's default.
    private static readonly string[] SmallWords =
    [
        "a", "an", "and", "as", "at", "but", "by", "en", "for", "if", "in", "nor", "of", "on", "or", "per", "the", "to", "v", "v.", "via",
        "vs", "vs.",
    ];

    // Hugo writes these in capitals, among others.
    private static readonly string[] Acronyms =
        ["id", "url", "uri", "html", "http", "https", "json", "xml", "api", "css", "sql", "ip", "uuid"];

    /// <summary>The text with a capital at the beginning of each word but of small ones inside it.</summary>
    public static string Title(string text) => Word().Replace(text, word =>
    {
        var isFirst = word.Index == 0 || text[word.Index - 1] is not (' ' or '\t' or '\n' or '/') || EndsSentence(text[..word.Index]);
        var isLast = word.Index + word.Length == text.Length;
        var isSmall = SmallWords.Contains(word.Value, StringComparer.Ordinal) && !isFirst && !isLast;
        return isSmall ? word.Value : FirstUpper(word.Value);
    });

    /// <summary>A name as a text: <c>my-first_post</c> is "My first post", <c>103</c> is "103rd"; null when words run together.</summary>
    public static string? Humanized(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return text + Ending(number);
        if (Joined().IsMatch(text)) return null;
        var words = text.Split((char[])['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => Acronyms.Contains(word, StringComparer.OrdinalIgnoreCase))) return null;
        return FirstUpper(string.Join(' ', words).ToLowerInvariant());
    }

    /// <summary>The text in lower case. Go has a simple lower case of U+0130, unlike .NET's invariant culture.</summary>
    public static string Lower(string text) => text.Replace('İ', 'i').ToLowerInvariant();

    /// <summary>The text in upper case, with that of U+0131.</summary>
    public static string Upper(string text) => text.ToUpperInvariant().Replace('ı', 'I');

    /// <summary>The text with its first letter as a capital.</summary>
    public static string FirstUpper(string text)
    {
        if (Rune.DecodeFromUtf16(text, out var first, out var length) != System.Buffers.OperationStatus.Done) return text;
        return Rune.ToUpperInvariant(first) + text[length..];
    }

    private static bool EndsSentence(string before) => before.TrimEnd() is [.., ':' or '.' or '!' or '?' or '-' or '–' or '—'];

    private static string Ending(long number) => (Math.Abs(number) % 100, Math.Abs(number) % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{Ll}\p{Lu}|\p{N}\p{L}|\p{L}\p{N}")]
    private static partial Regex Joined();
}

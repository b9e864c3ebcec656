namespace FeedApi.Rendering.Liquid.Values;

/// <summary>What Ruby calls white space, and how it splits.</summary>
internal static class RubyString
{
    /// <summary>ASCII only: a no-break or ideographic space stays.</summary>
    public const string WhiteSpace = " \t\n\v\f\r";

    private static readonly char[] WhiteSpaceChars = [.. WhiteSpace];

    /// <summary>True for white space as Ruby's <c>\s</c> and <c>strip</c> have it.</summary>
    public static bool IsWhiteSpace(char letter) => letter is ' ' or (>= '\t' and <= '\r');

    /// <summary>Words between runs of white space, none empty.</summary>
    public static string[] Words(string text) => text.Split(WhiteSpaceChars, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Ruby's <c>split</c>: empty parts at the end are dropped; a space splits on runs of white space; nothing splits into letters.</summary>
    public static IReadOnlyList<string> Split(string text, string separator)
    {
        if (separator == " ") return Words(text);
        var parts = separator.Length == 0 ? [.. text.EnumerateRunes().Select(rune => rune.ToString())] : text.Split(separator).ToList();
        while (parts.Count > 0 && parts[^1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    /// <summary>How many code points a text has: Ruby counts those, not UTF-16 units.</summary>
    public static int Length(string text) => text.Length - CountPairs(text);

    /// <summary>The place in UTF-16 units of a code point, at most the end.</summary>
    public static int IndexOfCodePoint(string text, int number)
    {
        var at = 0;
        for (; number > 0 && at < text.Length; number--) at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        return at;
    }

    private static int CountPairs(string text)
    {
        var pairs = 0;
        for (var at = text.AsSpan().IndexOfAnyInRange('\ud800', '\udbff'); at >= 0 && at + 1 < text.Length; at++)
        {
            if (char.IsSurrogatePair(text[at], text[at + 1])) pairs++;
        }

        return pairs;
    }
}

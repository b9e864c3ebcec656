using System.Globalization;

namespace FeedApi.Kramdown.Parsing;

/// <summary>The character classes of kramdown's rules.</summary>
/// <remarks>White space, digits and words are ASCII, letters and word boundaries are Unicode's, as in Ruby's regular expressions.</remarks>
internal static class Characters
{
    /// <summary>The white space that is trimmed. A full-width space is not included.</summary>
    public const string Space = " \t\n\r\f\v\0";

    /// <summary>White space.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    /// <summary>White space, or one of the ends of the text.</summary>
    public static bool IsSpaceOrEnd(string text, int at) => at < 0 || at >= text.Length || IsSpace(text[at]);

    /// <summary>An ASCII letter, digit or underscore.</summary>
    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>A letter of any script. Surrogates are letters too, as nearly all of them belong to Han characters.</summary>
    public static bool IsLetter(char c) => char.IsAscii(c) ? char.IsAsciiLetter(c)
        : char.IsLetter(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.LetterNumber;

    /// <summary>A letter or digit of any script.</summary>
    public static bool IsLetterOrDigit(char c) => IsLetter(c) || char.IsDigit(c);

    /// <summary>A letter or digit of any script, or an underscore: the characters of words.</summary>
    public static bool IsAnyWord(char c) => c == '_' || IsLetterOrDigit(c);

    /// <summary>True when a text continues with another one at a position.</summary>
    public static bool IsAt(string text, int at, string expected) => string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;

    /// <summary>The next position that is not white space.</summary>
    public static int SkipSpace(string text, int at)
    {
        while (at < text.Length && IsSpace(text[at])) at++;
        return at;
    }

    /// <summary>The next position that is neither space nor tab.</summary>
    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at;
    }

    /// <summary>The end of a name of letters, digits, underscores and, after the first, hyphens; the start when there is none.</summary>
    public static int EndOfName(string text, int at)
    {
        if (at >= text.Length || !IsWord(text[at])) return at;
        while (at < text.Length && (IsWord(text[at]) || text[at] == '-')) at++;
        return at;
    }
}

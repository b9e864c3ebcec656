using System.Globalization;
using FeedApi.Model.Text;

namespace FeedApi.Rendering;

/// <summary>
/// Finds where a text may be cut: not inside a word or a number of a script with spaces, even where Chinese stands beside it.
/// </summary>
internal static class WordEnds
{
    // Longer ones are addresses, or of a script without spaces between words, such as Thai.
    private const int LongestWord = 40;

    /// <summary>The place itself, or the start of the word in which it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">A place between two graphemes.</param>
    public static int Before(string text, int at)
    {
        if (at >= text.Length) return at;
        var start = at;
        while (IsInWord(text, start))
        {
            if (--start < at - LongestWord || start == 0) return at;
        }

        return IsMark(text[start]) ? at : start;
    }

    private static bool IsInWord(string text, int at)
    {
        if (at <= 0 || at >= text.Length) return false;
        var (before, after) = (IsWord(text[at - 1]), IsWord(text[at]));
        if (before && after) return true;
        // 3.14, don't, and-so-on: a sign between two letters belongs to their word.
        return (before && IsInner(text[at]) && at + 1 < text.Length && IsWord(text[at + 1]))
            || (after && IsInner(text[at - 1]) && at >= 2 && IsWord(text[at - 2]))
            || (before && text[at] is '%' or '‰');
    }

    private static bool IsWord(char c) => !CjkText.IsCjk(c) && (char.IsLetterOrDigit(c) || IsMark(c));

    private static bool IsMark(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsInner(char c) => c is '.' or ',' or '\'' or '’' or '-' or '_' or ':' or '/' or '@' or '\u2011';
}

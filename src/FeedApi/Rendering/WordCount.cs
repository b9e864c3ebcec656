using System.Globalization;
using System.Text;

namespace FeedApi.Rendering;

/// <summary>Counts words in text of any language.</summary>
internal static class WordCount
{
    /// <summary>Each Han character is a word; so is each run of other letters and digits, with apostrophes and hyphens inside it.</summary>
    public static int Of(string text)
    {
        var words = 0;
        var isInWord = false;
        var isJoined = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHan(rune))
            {
                words++;
                isInWord = false;
            }
            else if (IsLetter(rune))
            {
                if (!isInWord && !isJoined) words++;
                isInWord = true;
                isJoined = false;
            }
            else
            {
                isJoined = isInWord && rune.Value is '\'' or '’' or '-' or '.';
                isInWord = false;
            }
        }

        return words;
    }

    private static bool IsLetter(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune)
        : Rune.IsLetterOrDigit(rune) ||
          Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHan(Rune rune) =>
        rune.Value
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;
}

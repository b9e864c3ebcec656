using System.Text;

namespace FeedApi.Model.Text;

/// <summary>Tells the letters and signs of scripts that put no spaces between words: Chinese, Japanese and Yi.</summary>
/// <remarks>
/// Unicode 16, blocks. Full-width punctuation is among them. Hangul is not, for Korean has spaces between words. Quotes, dashes and dots
/// that Chinese shares with Latin are those of the letters beside them.
/// </remarks>
internal static class CjkText
{
    /// <summary>True for a letter or sign of these scripts.</summary>
    public static bool IsCjk(Rune rune) => rune.Value < 0x1_0000 ? IsCjk((char)rune.Value) : rune.Value
        is (>= 0x2_0000 and <= 0x3_FFFF) or (>= 0x1_AFF0 and <= 0x1_B16F) or (>= 0x1_F200 and <= 0x1_F2FF);

    /// <summary>True for a letter or sign of these scripts; false for half of a surrogate pair.</summary>
    public static bool IsCjk(char c) => c >= '\u2E80' && c
        is <= '\u312F' or (>= '\u3190' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE10' and <= '\uFE1F')
        or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF01' and <= '\uFF9F') or (>= '\uFFE0' and <= '\uFFE6');

    /// <summary>True for a letter of Korean.</summary>
    public static bool IsHangul(char c) => c
        is (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F') or (>= '\uA960' and <= '\uA97F') or (>= '\uAC00' and <= '\uD7FF');

    /// <summary>True for a sign that Chinese and Latin share: quotes, dashes, dots.</summary>
    public static bool IsShared(char c) => c is '“' or '”' or '‘' or '’' or '…' or '—' or '·';

    /// <summary>True when a line break between two characters is no space: both are of these scripts, or one of them is shared.</summary>
    public static bool IsJoined(Rune before, Rune after) =>
        (IsCjk(before) && IsCjkOrShared(after)) || (IsCjk(after) && IsCjkOrShared(before));

    /// <summary>
    /// The text on one line, with one space for white space; none for a line break between two characters of these scripts.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var (hasSpace, hasBreak) = (false, false);
        Rune last = default;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                (hasSpace, hasBreak) = (true, hasBreak || rune.Value == '\n');
                continue;
            }

            if (hasSpace && line.Length > 0 && !(hasBreak && IsJoined(last, rune))) line.Append(' ');
            line.Append(rune);
            (hasSpace, hasBreak, last) = (false, false, rune);
        }

        return line.ToString();
    }

    private static bool IsCjkOrShared(Rune rune) => IsCjk(rune) || (rune.IsBmp && IsShared((char)rune.Value));
}

using System.Text;

namespace FeedApi.Content.Jekyll;

/// <summary>
/// Transliterates Latin letters to ASCII, as Jekyll's slugify mode <c>latin</c> does; every other character becomes a question mark.
/// </summary>
/// <remarks>The letters of Latin-1 Supplement and Latin Extended-A. Letters with a Unicode decomposition need no entry.</remarks>
internal static class LatinLetters
{
    /// <summary>The text in ASCII.</summary>
    public static string Of(string text)
    {
        var latin = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii) latin.Append((char)rune.Value);
            else latin.Append(Whole(rune) ?? WithoutMark(rune).ToString());
        }

        return latin.ToString();
    }

    private static string? Whole(Rune rune) => rune.Value switch
    {
        'Æ' => "AE",
        'æ' => "ae",
        'Œ' => "OE",
        'œ' => "oe",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'Þ' => "Th",
        'þ' => "th",
        'ß' => "ss",
        'Ŋ' => "NG",
        'ŋ' => "ng",
        'ŉ' => "'n",
        'Ð' or 'Đ' => "D",
        'ð' or 'đ' => "d",
        'Ø' => "O",
        'ø' => "o",
        '×' => "x",
        'Ħ' => "H",
        'ħ' => "h",
        'ı' => "i",
        'ĸ' => "k",
        'Ŀ' or 'Ł' => "L",
        'ŀ' or 'ł' => "l",
        'Ŧ' => "T",
        'ŧ' => "t",
        _ => null,
    };

    private static char WithoutMark(Rune rune)
    {
        if (rune.Value > 'ž') return '?';
        var letter = rune.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAscii(letter) ? letter : '?';
    }
}

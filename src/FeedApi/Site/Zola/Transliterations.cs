using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AnyAscii;

namespace FeedApi.Site.Zola;

/// <summary>The transliteration of a character to lower-case ASCII letters, digits and hyphens, as in the addresses of Zola.</summary>
/// <remarks>
/// Zola uses deunicode 1.6.2. AnyAscii gives another text for one in ten Han characters, for Hangul and for some letters of most scripts;
/// the table, which <c>make-transliterations.py</c> generates, has what deunicode gives for those of the Basic Multilingual Plane and for
/// pictographs. Beyond U+FFFF other scripts may differ, and Han characters are separators, as most of them are for deunicode.
/// </remarks>
internal static class Transliterations
{
    private const string Separator = "-";
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly string[] InitialLetters =
        ["g", "gg", "n", "d", "dd", "r", "m", "b", "bb", "s", "ss", "", "j", "jj", "c", "k", "t", "p", "h"];

    private static readonly string[] VowelLetters =
    [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "weo", "we", "wi", "yu", "eu", "yi", "i"
    ];

    private static readonly string[] FinalLetters =
    [
        "", "g", "gg", "gs", "n", "nj", "nh", "d", "l", "lg", "lm", "lb", "ls", "lt", "lp", "lh", "m", "b", "bs", "s", "ss", "ng", "j",
        "c", "k", "t", "p", "h"
    ];

    // Read when the first name that is not ASCII is met.
    private static readonly Lazy<FrozenDictionary<int, string>> Exceptions = new(Load);

    /// <summary>The text of a character beyond ASCII; empty for one that leaves no trace.</summary>
    public static string Of(Rune character)
    {
        var code = character.Value;
        if (Exceptions.Value.TryGetValue(code, out var text)) return text;
        if (code is >= FirstSyllable and <= LastSyllable) return SyllableOf(code - FirstSyllable);
        if (code is (>= 0xE000 and < 0xF900) or >= 0x20000) return Separator;
        var ascii = character.ToString().Transliterate();
        var made = Hyphenate(ascii);
        return IsWord(code, ascii) ? made.Trim('-') + Separator : made;
    }

    // A Han character and the name of a pictograph are words of their own.
    private static bool IsWord(int code, string ascii) =>
        code is (>= 0x4E00 and < 0xA000) or (>= 0xF900 and < 0xFB00) || ascii is [':', _, ..];

    private static string SyllableOf(int index) =>
        InitialLetters[index / (Vowels * Finals)] + VowelLetters[index / Finals % Vowels] + FinalLetters[index % Finals];

    private static string Hyphenate(string ascii)
    {
        var text = new StringBuilder(ascii.Length);
        foreach (var letter in ascii)
        {
            if (char.IsAsciiLetterOrDigit(letter)) text.Append(char.ToLowerInvariant(letter));
            else if (text.Length == 0 || text[^1] != '-') text.Append('-');
        }

        return text.ToString();
    }

    private static FrozenDictionary<int, string> Load()
    {
        using var table = typeof(Transliterations).Assembly.GetManifestResourceStream("transliterations.txt")
            ?? throw new InvalidOperationException("The table of transliterations is missing from the program.");
        using var lines = new StreamReader(table);
        Dictionary<int, string> texts = [];
        while (lines.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            foreach (var range in parts.AsSpan(1))
            {
                var bounds = range.Split('-');
                for (var code = CodeOf(bounds[0]); code <= CodeOf(bounds[^1]); code++) texts[code] = parts[0];
            }
        }

        return texts.ToFrozenDictionary();
    }

    private static int CodeOf(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

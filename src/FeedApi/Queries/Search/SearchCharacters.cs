using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FeedApi.Queries.Search;

/// <summary>
/// Classifies characters for search and folds them: variants of a character are folded to the same one.
/// </summary>
/// <remarks>Width, case and accents are ignored: NFKC, lower case, and for European letters no combining marks.</remarks>
internal static class SearchCharacters
{
    /// <summary>The role of a character in tokenisation.</summary>
    internal enum Kind : byte
    {
        /// <summary>Separates words.</summary>
        Separator,

        /// <summary>A letter or digit of a script that puts spaces between words.</summary>
        Word,

        /// <summary>A letter that is indexed by bigrams: Han, Kana, Hangul, Thai and related scripts.</summary>
        Ideograph,

        /// <summary>A combining mark that is ignored.</summary>
        Ignored,
    }

    // The last letter of the European scripts; in later scripts a combining mark is significant.
    private const char LastEuropean = '\u058F';

    private static readonly (char Folded, Kind Kind)[] Table = BuildTable();

    private static readonly FrozenSet<char> Variants = FindVariants();

    /// <summary>True when other characters are folded to this one, such as compatibility ideographs and half-width Kana.</summary>
    public static bool HasVariants(char letter) => Variants.Contains(letter);

    /// <summary>The kind and the folded form of a character; for a surrogate pair pass the high surrogate.</summary>
    public static (char Folded, Kind Kind) Of(char letter) => Table[letter];

    private static FrozenSet<char> FindVariants()
    {
        var variants = new HashSet<char>();
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var (folded, kind) = Table[code];
            if (folded != code && kind is Kind.Ideograph) variants.Add(folded);
        }

        return variants.ToFrozenSet();
    }

    private static (char Folded, Kind Kind)[] BuildTable()
    {
        var table = new (char Folded, Kind Kind)[char.MaxValue + 1];
        for (var code = 0; code <= char.MaxValue; code++) table[code] = Fold((char)code);
        return table;
    }

    private static (char Folded, Kind Kind) Fold(char letter)
    {
        // Supplementary planes contain mostly Han; their other characters are treated alike.
        if (char.IsSurrogate(letter)) return (letter, char.IsHighSurrogate(letter) ? Kind.Ideograph : Kind.Separator);
        if (letter is >= '\u0300' and <= '\u036F') return (letter, Kind.Ignored);
        if (char.GetUnicodeCategory(letter) > UnicodeCategory.OtherNumber) return (letter, Kind.Separator);
        var folded = Folded(letter);
        return (folded, IsIdeograph(folded) ? Kind.Ideograph : Kind.Word);
    }

    private static char Folded(char letter)
    {
        var wide = letter.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (wide.Length != 1) wide = letter.ToString().ToLowerInvariant();
        if (wide.Length != 1) return letter;
        var bare = wide.Normalize(NormalizationForm.FormD);
        return bare[0] <= LastEuropean ? bare[0] : wide[0];
    }

    // CJK letters of all kinds; Thai and Lao, Myanmar, Khmer.
    private static bool IsIdeograph(char letter) => letter
        is (>= '\u3005' and <= '\u30FF') or (>= '\u3105' and <= '\u318F') or (>= '\u31A0' and <= '\u31FF') or (>= '\u3400' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0EFF')
        or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');
}

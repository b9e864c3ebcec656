using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Similar;

/// <summary>
/// Tokenises a text for comparison: each ideograph, each word and each number is one token; case, width, accents, white space and
/// punctuation are ignored.
/// </summary>
/// <remarks>
/// Unlike the tokens of a search, a number includes its decimals, excludes thousands separators, and is separate from adjacent letters:
/// numbers are what distinguishes two articles of one template.
/// </remarks>
/// <param name="text">The text.</param>
internal ref struct SketchTokenReader(ReadOnlySpan<char> text)
{
    // 64-bit FNV-1a.
    private const ulong Offset = 0xCBF2_9CE4_8422_2325;
    private const ulong Prime = 0x0000_0100_0000_01B3;

    private const ulong Mixer = 0xD6E8_FEB8_6659_FD93;

    private const int MinLongDigits = 3;
    private const int YearDigits = 4;
    private const int FirstYear = 1900;
    private const int LastYear = 2099;
    private const int GroupDigits = 3;

    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>The current token.</summary>
    public SketchToken Token { get; private set; }

    /// <summary>Mixes the bits, so that every bit of the input affects every bit of the result.</summary>
    public static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 32)) * Mixer;
        number = (number ^ (number >> 32)) * Mixer;
        return number ^ (number >> 32);
    }

    /// <summary>Reads the next token; false at the end of the text.</summary>
    public bool Read()
    {
        for (; at < text.Length; at++)
        {
            var (folded, kind) = SearchCharacters.Of(text[at]);
            if (kind is SearchCharacters.Kind.Separator or SearchCharacters.Kind.Ignored) continue;
            Token = kind is SearchCharacters.Kind.Ideograph ? ReadIdeograph(folded) : char.IsAsciiDigit(folded) ? ReadNumber() : ReadWord();
            return true;
        }

        return false;
    }

    private static ulong With(ulong hash, char letter) => (hash ^ letter) * Prime;

    private SketchToken ReadIdeograph(char folded)
    {
        var hash = With(Offset, folded);
        at++;
        // A supplementary character is a surrogate pair.
        if (char.IsHighSurrogate(folded) && at < text.Length && char.IsLowSurrogate(text[at])) hash = With(hash, text[at++]);
        return new SketchToken(hash, SketchTokenKind.Ideograph);
    }

    private SketchToken ReadWord()
    {
        var hash = Offset;
        for (; at < text.Length; at++)
        {
            var (folded, kind) = SearchCharacters.Of(text[at]);
            if (kind is SearchCharacters.Kind.Ignored) continue;
            if (kind is not SearchCharacters.Kind.Word || char.IsAsciiDigit(folded)) break;
            hash = With(hash, folded);
        }

        return new SketchToken(hash, SketchTokenKind.Word);
    }

    private SketchToken ReadNumber()
    {
        var (hash, start, digits, value, hasPoint) = (Offset, at, 0, 0, false);
        for (; at < text.Length; at++)
        {
            var letter = DigitAt(at);
            if (letter != '\0')
            {
                if (++digits <= YearDigits) value = (value * 10) + (letter - '0');
            }
            else if (!hasPoint && text[at] is '.' or '．' && DigitAt(at + 1) != '\0')
            {
                (letter, hasPoint) = ('.', true);
            }
            else if (!hasPoint && IsThousandsSeparator())
            {
                continue;
            }
            else
            {
                break;
            }

            hash = With(hash, letter);
        }

        var isLong = digits >= MinLongDigits && (hasPoint || digits != YearDigits || value is < FirstYear or > LastYear);
        var kind = IsTimeOfDay(start) ? SketchTokenKind.Time : isLong ? SketchTokenKind.LongNumber : SketchTokenKind.Number;
        return new SketchToken(hash, kind);
    }

    private readonly bool IsThousandsSeparator()
    {
        if (text[at] != ',' || DigitAt(at + GroupDigits + 1) != '\0') return false;
        for (var i = 1; i <= GroupDigits; i++)
        {
            if (DigitAt(at + i) == '\0') return false;
        }

        return true;
    }

    private readonly bool IsTimeOfDay(int start) =>
        (IsColon(start - 1) && DigitAt(start - 2) != '\0') || (IsColon(at) && DigitAt(at + 1) != '\0');

    private readonly bool IsColon(int position) => (uint)position < (uint)text.Length && text[position] is ':' or '：';

    // U+0000 for anything else.
    private readonly char DigitAt(int position)
    {
        if ((uint)position >= (uint)text.Length) return '\0';
        var folded = SearchCharacters.Of(text[position]).Folded;
        return char.IsAsciiDigit(folded) ? folded : '\0';
    }
}

using System.Buffers.Binary;

namespace FeedApi.Catalog.Similar;

/// <summary>
/// The terms of a headline that occur in the text too: words, numbers and pairs of adjacent tokens. They name what an article is about;
/// what outlets add to a headline is not among them.
/// </summary>
internal ref struct HeadlineTerms
{
    /// <summary>The maximum number of terms; those after them are ignored.</summary>
    public const int MaxTerms = 64;

    /// <summary>The elements of the filter.</summary>
    public const int FilterWords = 16;

    /// <summary>The bytes of a term in a sample.</summary>
    public const int TermBytes = sizeof(ushort);

    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const int WordShift = 60;
    private const int BitShift = 54;
    private const ushort End = ushort.MaxValue;

    private readonly Span<ulong> terms;
    private readonly Span<ulong> filter;
    private int count;
    private ulong confirmed;
    private ulong previous;

    /// <summary>Reads a headline.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="terms">Memory for its terms: <see cref="MaxTerms"/> elements.</param>
    /// <param name="filter">Memory for their Bloom filter: <see cref="FilterWords"/> elements, all zero.</param>
    public HeadlineTerms(ReadOnlySpan<char> title, Span<ulong> terms, Span<ulong> filter)
    {
        this.terms = terms;
        this.filter = filter;
        var reader = new SketchTokenReader(LongestPartOf(title));
        var before = 0UL;
        while (count < MaxTerms - 1 && reader.Read())
        {
            if (before != 0) Add(PairOf(before, reader.Token));
            if (IsTerm(reader.Token)) Add(reader.Token.Hash);
            before = reader.Token.Hash;
        }
    }

    /// <summary>Reads the next token of the text.</summary>
    public void Confirm(SketchToken token)
    {
        if (previous != 0) Confirm(PairOf(previous, token));
        if (IsTerm(token)) Confirm(token.Hash);
        previous = token.Hash;
    }

    /// <summary>Writes as many of the terms as there is room for, in order of their hashes.</summary>
    public readonly void WriteTo(Span<byte> sample)
    {
        sample.Fill(byte.MaxValue);
        Span<ushort> found = stackalloc ushort[MaxTerms];
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            if (((confirmed >> i) & 1) != 0) found[length++] = (ushort)SketchTokenReader.Mix(terms[i]);
        }

        found = found[..length];
        found.Sort();
        for (var i = 0; i < Math.Min(length, sample.Length / TermBytes); i++)
            BinaryPrimitives.WriteUInt16LittleEndian(sample[(i * TermBytes)..], found[i]);
    }

    /// <summary>Compares two samples; what is beyond the end of a full one is ignored.</summary>
    /// <returns>The number of terms that both have, and of those that only one has.</returns>
    public static (int Shared, int Left, int Right) Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var (shared, onlyLeft, onlyRight) = (0, 0, 0);
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var (one, other) = (BinaryPrimitives.ReadUInt16LittleEndian(left), BinaryPrimitives.ReadUInt16LittleEndian(right));
            if (one == End && other == End) break;
            if (one < other) onlyLeft++;
            else if (one > other) onlyRight++;
            else shared++;
            if (one <= other) left = left[TermBytes..];
            if (other <= one) right = right[TermBytes..];
        }

        return (shared, onlyLeft, onlyRight);
    }

    // "Headline - Outlet" and "Outlet | Headline": the outlet's name may be in its source line as well.
    private static ReadOnlySpan<char> LongestPartOf(ReadOnlySpan<char> title)
    {
        var longest = title[..0];
        while (!title.IsEmpty)
        {
            var length = LengthOfPart(title);
            if (length > longest.Length) longest = title[..length];
            title = title[Math.Min(length + 1, title.Length)..];
        }

        return longest;
    }

    private static int LengthOfPart(ReadOnlySpan<char> title)
    {
        for (var i = 0; i < title.Length; i++)
        {
            if (title[i] is '|' or '｜' or '_' or '–' or '—') return i;
            if (title[i] is '-' && i > 0 && title[i - 1] is ' ' && i + 1 < title.Length && title[i + 1] is ' ') return i;
        }

        return title.Length;
    }

    // One ideograph says too little.
    private static bool IsTerm(SketchToken token) => token.Kind is not SketchTokenKind.Ideograph;

    private static ulong PairOf(ulong before, SketchToken token) => SketchTokenReader.Mix((before * Multiplier) + token.Hash);

    private void Add(ulong term)
    {
        if (terms[..count].Contains(term)) return;
        terms[count++] = term;
        filter[(int)(term >> WordShift)] |= 1UL << (int)(term >> BitShift);
    }

    private void Confirm(ulong term)
    {
        if (((filter[(int)(term >> WordShift)] >> (int)(term >> BitShift)) & 1) == 0) return;
        var index = terms[..count].IndexOf(term);
        if (index >= 0) confirmed |= 1UL << index;
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace FeedApi.Catalog.Similar;

/// <summary>
/// A sample of the shingles of a text, its runs of <see cref="ShingleTokens"/> tokens. The elements that two samples have in common
/// estimate what share of the shingles their texts have in common.
/// </summary>
/// <remarks>
/// MinHash with one permutation (Li, Owen and Zhang, "One Permutation Hashing", 2012): shingles are divided by their hashes into
/// <see cref="Bins"/> bins, and each bin keeps the least hash. Articles of one template share most of their words, but few of the shingles
/// with a long number, so a shingle with one is 32 times as likely to be kept as another. Of 700 daily reports made of one template, 0.2 %
/// of all pairs have a band in common; without that it would be 96 %.
/// </remarks>
/// <param name="least">Memory for the hashes: <see cref="Bins"/> elements.</param>
/// <param name="ring">Memory for the tokens of a shingle: <see cref="ShingleTokens"/> elements, all zero.</param>
internal ref struct ShingleSample(Span<uint> least, Span<ulong> ring)
{
    /// <summary>The number of elements of a sample.</summary>
    public const int Bins = 1 << BinBits;

    /// <summary>The bytes of a sample.</summary>
    public const int SizeBytes = Bins * ElementBytes;

    /// <summary>
    /// The tokens of a shingle. The more there are, the less the articles of one template have in common, but also a copy in which words
    /// are replaced, as each is part of so many shingles.
    /// </summary>
    public const int ShingleTokens = 5;

    /// <summary>The maximum number of bands.</summary>
    public const int MaxBands = Bins / BinsPerBand;

    private const int BinBits = 5;
    private const int BinShift = 64 - BinBits;
    private const int BinsPerBand = 4;
    private const int BandIndexBits = 3;
    private const int BandShift = 28;
    private const int ElementBytes = sizeof(ushort);
    private const int ValueShift = 16;
    private const int LongNumberShift = 5;

    // A hash is stored as its binary logarithm with so many bits after the point. The order stays the same, and the least of a thousand
    // hashes is as unlikely to be equal to another one by chance as the least of ten.
    private const int FractionBits = 11;
    private const uint FractionMask = (1 << FractionBits) - 1;

    private const ushort Empty = ushort.MaxValue;
    private const uint SecondOfTwo = 0x1_0000;

    private readonly Span<uint> least = least;
    private TokenWindow window = new(ring);
    private int tokens;
    private int shinglesWithNumber;

    /// <summary>Adds the next token of the text.</summary>
    public void Add(SketchToken token)
    {
        if (tokens == 0) least.Fill(uint.MaxValue);
        window.Push(token.Hash);
        if (token.Kind is SketchTokenKind.LongNumber) shinglesWithNumber = ShingleTokens;
        if (++tokens >= ShingleTokens)
        {
            var hash = window.Hash;
            var value = (uint)(hash >> ValueShift) >> (shinglesWithNumber > 0 ? LongNumberShift : 0);
            ref var lowest = ref least[(int)(hash >> BinShift)];
            if (value < lowest) lowest = value;
        }

        shinglesWithNumber--;
    }

    /// <summary>Writes the sample of a text of at least one shingle.</summary>
    public readonly void WriteTo(Span<byte> sample)
    {
        for (var bin = 0; bin < Bins; bin++) BinaryPrimitives.WriteUInt16LittleEndian(sample[(bin * ElementBytes)..], Compact(least[bin]));
    }

    /// <summary>Compares two samples.</summary>
    /// <returns>
    /// The number of bins in which they are equal, and of those in which only the left, or only the right text has the lesser shingle.
    /// </returns>
    public static (int Shared, int Left, int Right) Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var (shared, onlyLeft, onlyRight) = (0, 0, 0);
        for (var bin = 0; bin < Bins; bin++)
        {
            var (one, other) = (ElementAt(left, bin), ElementAt(right, bin));
            if (one < other) onlyLeft++;
            else if (one > other) onlyRight++;
            else if (one != Empty) shared++;
        }

        return (shared, onlyLeft, onlyRight);
    }

    /// <summary>Keys of a sample; similar samples mostly have at least one in common.</summary>
    /// <remarks>
    /// Each is made of two elements. Texts that share half of their shingles have one in common in nine cases of ten, those that share a
    /// tenth in less than one of ten. Two bins make one element, so that a text of thirty shingles has some keys.
    /// </remarks>
    public static IReadOnlyList<long> BandsOf(ReadOnlySpan<byte> sample)
    {
        var bands = new List<long>(MaxBands);
        for (var band = 0; band < MaxBands; band++)
        {
            var (one, other) = (LeastOfTwo(sample, band * BinsPerBand), LeastOfTwo(sample, (band * BinsPerBand) + (BinsPerBand / 2)));
            if (one == Empty || other == Empty) continue;
            var hash = SketchTokenReader.Mix(((ulong)one << 32) | other) >> BandShift;
            bands.Add((long)((hash << BandIndexBits) | (uint)band));
        }

        return bands;
    }

    private static ushort Compact(uint value)
    {
        if (value == uint.MaxValue) return Empty;
        var whole = BitOperations.Log2(value);
        var fraction = (uint)(((ulong)value << FractionBits) >> whole) & FractionMask;
        return (ushort)Math.Min(((uint)whole << FractionBits) | fraction, Empty - 1);
    }

    private static uint LeastOfTwo(ReadOnlySpan<byte> sample, int bin)
    {
        var (one, other) = (ElementAt(sample, bin), ElementAt(sample, bin + 1));
        return one <= other ? one : SecondOfTwo | other;
    }

    private static ushort ElementAt(ReadOnlySpan<byte> sample, int bin) =>
        BinaryPrimitives.ReadUInt16LittleEndian(sample[(bin * ElementBytes)..]);
}

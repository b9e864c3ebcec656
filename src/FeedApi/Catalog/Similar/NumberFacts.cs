using System.Buffers.Binary;

namespace FeedApi.Catalog.Similar;

/// <summary>
/// The numbers of an article, each with its context, the tokens before it: "index closed at" and 3021.45. Articles of one template have
/// different numbers in the same contexts, a copy has the same ones.
/// </summary>
/// <param name="facts">Memory for the numbers: <see cref="MaxFacts"/> elements.</param>
/// <param name="ring">Memory for a context: <see cref="ContextTokens"/> elements, all zero.</param>
internal ref struct NumberFacts(Span<ulong> facts, Span<ulong> ring)
{
    /// <summary>The maximum number of numbers; those after them are ignored.</summary>
    public const int MaxFacts = 256;

    /// <summary>The tokens of a context.</summary>
    public const int ContextTokens = 5;

    /// <summary>The bytes of a number in a sample: two for the hash of its context, one for its own.</summary>
    public const int FactBytes = 3;

    // Any other number in a context, so that it is the same in all articles of a template.
    private const ulong AnyNumber = 1;

    // A headline has fewer words before a number than the text, and may round it.
    private const ulong TitleSalt = 0x5851_F42D_4C95_7F2D;

    private const int HalfBits = 32;
    private const int KeyShift = 48;
    private const int ValueShift = 24;
    private const ushort End = ushort.MaxValue;

    private readonly Span<ulong> facts = facts;
    private readonly Span<ulong> ring = ring;
    private TokenWindow context = new(ring);
    private bool isAfterWord;
    private ulong salt;
    private int count;

    /// <summary>Adds the numbers of the headline; called before <see cref="Add"/>.</summary>
    public void AddTitle(string title)
    {
        salt = TitleSalt;
        var reader = new SketchTokenReader(title);
        while (reader.Read()) Add(reader.Token);
        ring.Clear();
        (isAfterWord, salt) = (false, 0);
        context = new TokenWindow(ring);
    }

    /// <summary>Adds the next token of the text.</summary>
    public void Add(SketchToken token)
    {
        // After another number, as in a table, and at the start contexts are the same everywhere.
        if (isAfterWord && token.Kind is SketchTokenKind.Number or SketchTokenKind.LongNumber && count < facts.Length)
            facts[count++] = (((context.Hash ^ salt) >> HalfBits) << HalfBits) | (SketchTokenReader.Mix(token.Hash) >> HalfBits);
        isAfterWord = !token.IsNumber;
        context.Push(token.IsNumber ? AnyNumber : token.Hash);
    }

    /// <summary>Writes as many of the numbers as there is room for, in order of the hashes of their contexts.</summary>
    /// <remarks>A context with several numbers, such as each row of a list, tells nothing and is left out.</remarks>
    public readonly void WriteTo(Span<byte> sample)
    {
        sample.Fill(byte.MaxValue);
        var sorted = facts[..count];
        sorted.Sort();
        var last = -1;
        while (!sorted.IsEmpty && !sample.IsEmpty)
        {
            var (fact, length) = (sorted[0], 1);
            while (length < sorted.Length && sorted[length] >> HalfBits == fact >> HalfBits) length++;
            var isAmbiguous = sorted[length - 1] != fact;
            sorted = sorted[length..];
            var key = (int)(fact >> KeyShift);
            // Two contexts with the same first bits would be taken for one.
            if (isAmbiguous || key == last || key == End) continue;
            BinaryPrimitives.WriteUInt16LittleEndian(sample, (ushort)key);
            sample[FactBytes - 1] = (byte)(fact >> ValueShift);
            last = key;
            sample = sample[FactBytes..];
        }
    }

    /// <summary>Compares two samples.</summary>
    /// <returns>The number of contexts that have the same number in both, and of those that have another one.</returns>
    public static (int Same, int Different) Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var (same, different) = (0, 0);
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var (one, other) = (BinaryPrimitives.ReadUInt16LittleEndian(left), BinaryPrimitives.ReadUInt16LittleEndian(right));
            if (one == End || other == End) break;
            if (one == other)
            {
                if (left[FactBytes - 1] == right[FactBytes - 1]) same++;
                else different++;
            }

            if (one <= other) left = left[FactBytes..];
            if (other <= one) right = right[FactBytes..];
        }

        return (same, different);
    }
}

using System.Buffers;

namespace FeedApi.Catalog.Search;

/// <summary>The set of tokens read from a text so far.</summary>
/// <remarks>
/// Nearly all tokens of Chinese text have two characters. Stored as numbers in a table that is lent, a thousand of them need no memory of
/// their own.
/// </remarks>
internal sealed class SeenTokens : IDisposable
{
    // As many as fit into 64 bits.
    private const int ShortChars = 4;
    private const int CharBits = 16;

    // Twice the tokens of a post of typical length, so that the table seldom grows. A power of two.
    private const int TypicalSlots = 2048;

    // The golden ratio: spreads numbers that differ in few bits.
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> longOnes = new HashSet<string>(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private ulong[] slots = Lend(TypicalSlots);
    private int size = TypicalSlots;
    private int shortOnes;

    /// <summary>The number of distinct tokens.</summary>
    public int Count => shortOnes + longOnes.Set.Count;

    /// <summary>Adds a token; false when it was already present.</summary>
    public bool Add(ReadOnlySpan<char> token)
    {
        if (token.Length > ShortChars) return longOnes.Add(token);
        // No character of a token is U+0000, so tokens of different lengths are different numbers, and none is that of a free slot.
        var number = 0UL;
        foreach (var letter in token) number = (number << CharBits) | letter;
        ref var slot = ref SlotOf(number);
        if (slot == number) return false;
        slot = number;
        if (++shortOnes * 2 > size) Grow();
        return true;
    }

    /// <summary>Gives the table back.</summary>
    public void Dispose() => ArrayPool<ulong>.Shared.Return(slots);

    private ref ulong SlotOf(ulong number)
    {
        var mask = size - 1;
        var at = (int)((number * Spread) >> 32) & mask;
        while (slots[at] != 0 && slots[at] != number) at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Grow()
    {
        var (former, formerSize) = (slots, size);
        size *= 2;
        slots = Lend(size);
        foreach (var number in former.AsSpan(0, formerSize))
        {
            if (number != 0) SlotOf(number) = number;
        }

        ArrayPool<ulong>.Shared.Return(former);
    }

    private static ulong[] Lend(int size)
    {
        var table = ArrayPool<ulong>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        return table;
    }
}

namespace FeedApi.Reliability.Faults;

/// <summary>Which faults a run makes: a long program may run in parts that add up, and one number is enough to see a fault again.</summary>
/// <param name="From">The number of the first one.</param>
/// <param name="Count">How many.</param>
/// <param name="Seed">Another seed makes other faults.</param>
internal readonly record struct FaultRange(int From, int Count, int Seed)
{
    /// <summary>The numbers of the faults.</summary>
    public IEnumerable<int> Numbers => Enumerable.Range(From, Count);

    /// <summary>The source of chance of one fault, which depends on nothing but its number and the seed.</summary>
    /// <remarks>
    /// <see cref="Random"/> gives nearly equal first values for neighbouring seeds, so they are mixed by the finalizer of SplitMix64.
    /// </remarks>
    public Random RandomOf(int number)
    {
        var mixed = unchecked((((ulong)(uint)Seed << 32) | (uint)number) + 0x9E37_79B9_7F4A_7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB);
        return new Random((int)((mixed ^ (mixed >> 31)) & int.MaxValue));
    }
}

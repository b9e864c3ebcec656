using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Disks;

/// <summary>Chance for faults whose numbers follow one another.</summary>
internal static class Chance
{
    /// <summary>
    /// The source of chance of one fault. <see cref="Random"/> gives nearly equal first values for neighbouring seeds, so they are mixed.
    /// </summary>
    /// <remarks>The finalizer of SplitMix64.</remarks>
    public static Random Of(FaultRange range, int number)
    {
        var mixed = unchecked((((ulong)(uint)range.Seed << 32) | (uint)number) + 0x9E37_79B9_7F4A_7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB);
        return new Random((int)((mixed ^ (mixed >> 31)) & int.MaxValue));
    }
}

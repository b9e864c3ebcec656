using System.Numerics;

namespace FeedApi.Http.Audience;

/// <summary>Counts different things without keeping them (HyperLogLog): 256 bytes, and an error of 6.5 %.</summary>
/// <remarks>
/// Flajolet, Fusy, Gandouet, Meunier 2007. Two threads that add at the same instant may lose one of two ranks, which is less than the
/// error, so nothing is locked.
/// </remarks>
internal sealed class DistinctCount
{
    private const int Registers = 256;
    private const int IndexBits = 8;
    private const double Bias = 0.7213 / (1 + (1.079 / Registers));

    private readonly byte[] ranks = new byte[Registers];

    /// <summary>Adds a thing by its hash, all of whose bits are random.</summary>
    public void Add(ulong hash)
    {
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1);
        ref var held = ref ranks[hash >> (64 - IndexBits)];
        if (rank > held) held = rank;
    }

    /// <summary>How many different things were added, about.</summary>
    public int Estimate()
    {
        var sum = ranks.Sum(rank => Math.Pow(2, -rank));
        var empty = ranks.Count(rank => rank == 0);
        var raw = Bias * Registers * Registers / sum;
        // Few things leave registers empty, and counting those is more exact.
        return (int)Math.Round(raw <= 2.5 * Registers && empty > 0 ? Registers * Math.Log((double)Registers / empty) : raw);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(ranks);
}

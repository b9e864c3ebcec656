using System.Numerics;

namespace FeedApi.Http.Audience;

/// <summary>Estimates the number of distinct elements without storing them (HyperLogLog): 256 bytes, standard error 6.5 %.</summary>
/// <remarks>
/// Flajolet, Fusy, Gandouet, Meunier 2007. No lock: a race between two additions may lose a rank, which is well within the error.
/// </remarks>
internal sealed class DistinctCount
{
    private const int Registers = 256;
    private const int IndexBits = 8;
    private const double Bias = 0.7213 / (1 + (1.079 / Registers));

    private readonly byte[] ranks = new byte[Registers];

    /// <summary>Adds an element by its hash, whose bits must be uniformly distributed.</summary>
    public void Add(ulong hash)
    {
        var rank = (byte)(BitOperations.LeadingZeroCount((hash << IndexBits) | (1UL << (IndexBits - 1))) + 1);
        ref var held = ref ranks[hash >> (64 - IndexBits)];
        if (rank > held) held = rank;
    }

    /// <summary>The estimated number of distinct elements.</summary>
    public int Estimate()
    {
        var sum = ranks.Sum(rank => Math.Pow(2, -rank));
        var empty = ranks.Count(rank => rank == 0);
        var raw = Bias * Registers * Registers / sum;
        // With few elements, linear counting of empty registers is more accurate.
        return (int)Math.Round(raw <= 2.5 * Registers && empty > 0 ? Registers * Math.Log((double)Registers / empty) : raw);
    }

    /// <summary>Removes all elements.</summary>
    public void Clear() => Array.Clear(ranks);
}

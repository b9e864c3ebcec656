using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>
/// Tells, in few bits, which tokens follow one another in an article: what a phrase is looked up in before the text is unpacked.
/// </summary>
/// <remarks>
/// A Bloom filter over every two and every three neighbouring tokens of the title and of the text, of ideographs every three and four. What
/// it denies is not there; of what is not there it affirms about a tenth. Without it a phrase of common characters unpacks a thousand
/// texts, with it some fifty.
/// </remarks>
internal static class PhraseBloomFilter
{
    // With about three runs for each different token this sets a third of all bits. Half as many take 600 bytes less a post,
    // and let a quarter through.
    private const int BitsPerToken = 16;

    // Beyond that more is unpacked rather than more kept: a text of a million characters.
    private const int MaxBytes = 65_536;

    /// <summary>True when the article of a sieve may have the clause; false when it has not.</summary>
    public static bool MayHave(ReadOnlySpan<byte> sieve, SearchClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        foreach (var run in clause.Runs)
        {
            if (sieve.IsEmpty) return false;
            var (one, other) = BitsOf(run, sieve.Length);
            if (!IsSet(sieve, one) || !IsSet(sieve, other)) return false;
        }

        return true;
    }

    /// <summary>A sieve that lets these runs through.</summary>
    /// <param name="runs">Each may stand there more than once.</param>
    /// <param name="tokens">How many different tokens they are of.</param>
    internal static byte[] Of(ReadOnlySpan<uint> runs, int tokens)
    {
        if (runs.IsEmpty) return [];
        var sieve = new byte[Math.Clamp(tokens * BitsPerToken / 8, 1, MaxBytes)];
        foreach (var run in runs)
        {
            var (one, other) = BitsOf(run, sieve.Length);
            sieve[(int)(one >> 3)] |= (byte)(1 << (int)(one & 7));
            sieve[(int)(other >> 3)] |= (byte)(1 << (int)(other & 7));
        }

        return sieve;
    }

    private static bool IsSet(ReadOnlySpan<byte> sieve, uint bit) => (sieve[(int)(bit >> 3)] & (1 << (int)(bit & 7))) != 0;

    // The upper half of a product spreads a number evenly over any range.
    private static (uint One, uint Other) BitsOf(uint run, int bytes)
    {
        var bits = (ulong)bytes * 8;
        return ((uint)((run * bits) >> 32), (uint)((SearchRuns.Mix(run) * bits) >> 32));
    }
}

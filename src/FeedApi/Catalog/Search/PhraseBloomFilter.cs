using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>
/// A Bloom filter of the adjacent tokens in an article: phrases are looked up in it before the text is decompressed.
/// </summary>
/// <remarks>
/// It contains every two and every three adjacent tokens of the title and of the text, for ideographs every three and four. It has no
/// false negatives and about a tenth of false positives. Without it a phrase of common characters decompresses a thousand
/// texts, with it about fifty.
/// </remarks>
internal static class PhraseBloomFilter
{
    // With about three runs per distinct token this sets a third of all bits. Half as many save 600 bytes per post,
    // but give a quarter of false positives.
    private const int BitsPerToken = 16;

    // Enough for a text of a million characters; beyond it more texts are decompressed instead.
    private const int MaxBytes = 65_536;

    /// <summary>False when the filter's article does not contain the clause; true when it may.</summary>
    public static bool MayHave(ReadOnlySpan<byte> filter, SearchClause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        foreach (var run in clause.Runs)
        {
            if (filter.IsEmpty) return false;
            var (one, other) = BitsOf(run, filter.Length);
            if (!IsSet(filter, one) || !IsSet(filter, other)) return false;
        }

        return true;
    }

    /// <summary>The filter of these runs.</summary>
    /// <param name="runs">Hashes of adjacent tokens; may contain duplicates.</param>
    /// <param name="tokens">The number of distinct tokens.</param>
    internal static byte[] Of(ReadOnlySpan<uint> runs, int tokens)
    {
        if (runs.IsEmpty) return [];
        var filter = new byte[Math.Clamp(tokens * BitsPerToken / 8, 1, MaxBytes)];
        foreach (var run in runs)
        {
            var (one, other) = BitsOf(run, filter.Length);
            filter[(int)(one >> 3)] |= (byte)(1 << (int)(one & 7));
            filter[(int)(other >> 3)] |= (byte)(1 << (int)(other & 7));
        }

        return filter;
    }

    private static bool IsSet(ReadOnlySpan<byte> filter, uint bit) => (filter[(int)(bit >> 3)] & (1 << (int)(bit & 7))) != 0;

    // The upper half of a product spreads a number evenly over any range.
    private static (uint One, uint Other) BitsOf(uint run, int bytes)
    {
        var bits = (ulong)bytes * 8;
        return ((uint)((run * bits) >> 32), (uint)((SearchRuns.Mix(run) * bits) >> 32));
    }
}

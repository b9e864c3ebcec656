namespace FeedApi.Http.Limits;

/// <summary>One token bucket per client and scope, in a set-associative table of fixed size: 2.4 MB for any number of clients.</summary>
/// <remarks>
/// System.Threading.RateLimiting has no bounded table: its partitioned limiter keeps an object of some hundred bytes for every key until
/// it has been idle for ten seconds, allocates a lease for every request, and cannot refund part of a 304. A bucket is a single number, the
/// instant at which it will be full. When its set is full, the bucket that is nearest to full is evicted, which loses the least; an evicted
/// client starts with a full bucket.
/// </remarks>
internal sealed class TokenBuckets
{
    /// <summary>Maximum number of buckets.</summary>
    public const int MaxBuckets = Sets * Ways;

    private const int Ways = 8;
    private const int Sets = 12_500;
    private const int Stripes = 64;

    private readonly Slot[] slots = new Slot[MaxBuckets];
    private readonly Lock[] locks = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];

    // Prevents attackers from choosing addresses that share a set with a victim's bucket to evict it.
    private readonly ulong seed = (ulong)Random.Shared.NextInt64() << 1;

    /// <summary>Number of buckets that are not full; scans the whole table.</summary>
    /// <param name="now">The current time in the ticks of the rates.</param>
    public int CountAt(long now) => slots.Count(slot => slot.FullAt > now);

    /// <summary>Takes one request from a bucket, if it has enough tokens.</summary>
    /// <param name="key">The key of the bucket.</param>
    /// <param name="rate">The capacity and refill rate of the bucket.</param>
    /// <param name="now">The current time in the rate's ticks.</param>
    /// <param name="missing">Ticks until the bucket will be full, after this call.</param>
    /// <returns>False when the bucket has too few tokens; then nothing was taken.</returns>
    public bool TryTake(BucketKey key, BucketRate rate, long now, out long missing)
    {
        var set = SetOf(key);
        lock (locks[set % Stripes])
        {
            ref var slot = ref FindOrClaim(set, key);
            missing = Math.Max(slot.FullAt - now, 0);
            if (missing + rate.TicksPerRequest > rate.TicksToFill) return false;
            missing += rate.TicksPerRequest;
            slot.FullAt = now + missing;
            return true;
        }
    }

    /// <summary>Returns ticks to a bucket, unless it was evicted.</summary>
    public void Give(BucketKey key, long ticks)
    {
        var set = SetOf(key);
        lock (locks[set % Stripes])
        {
            ref var slot = ref Find(set, key, out _);
            if (slot.Key == key) slot.FullAt -= ticks;
        }
    }

    private ref Slot FindOrClaim(int set, BucketKey key)
    {
        ref var slot = ref Find(set, key, out var oldest);
        if (slot.Key == key) return ref slot;
        slot = ref slots[oldest];
        slot = new Slot { Key = key };
        return ref slot;
    }

    // The slot of the key; when it has none, the slot to evict.
    private ref Slot Find(int set, BucketKey key, out int oldest)
    {
        var first = set * Ways;
        oldest = first;
        for (var i = first; i < first + Ways; i++)
        {
            if (slots[i].Key == key) return ref slots[i];
            if (slots[i].FullAt < slots[oldest].FullAt) oldest = i;
        }

        return ref slots[oldest];
    }

    private int SetOf(BucketKey key)
    {
        var mixed = (key.Client ^ seed) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 32) ^ key.Scope) * 0xD6E8FEB86659FD93;
        return (int)Math.BigMul(mixed ^ (mixed >> 32), Sets, out _);
    }

    private struct Slot
    {
        public BucketKey Key;
        public long FullAt;
    }
}

/// <summary>The key of a bucket.</summary>
/// <param name="Client">The client's network, never 0.</param>
/// <param name="Scope">What the bucket limits: everything, queries, or one feed.</param>
internal readonly record struct BucketKey(ulong Client, uint Scope);

/// <summary>A <see cref="TokenLimit"/> in the ticks of a clock.</summary>
/// <param name="TicksPerRequest">Ticks in which one request is refilled.</param>
/// <param name="TicksToFill">Ticks in which an empty bucket is refilled.</param>
internal readonly record struct BucketRate(long TicksPerRequest, long TicksToFill);

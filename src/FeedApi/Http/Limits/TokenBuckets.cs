namespace FeedApi.Http.Limits;

/// <summary>One token bucket per client and scope, in a table of fixed size: 2.4 MB, however many clients come or are invented.</summary>
/// <remarks>
/// System.Threading.RateLimiting has no bounded table: its partitioned limiter keeps an object of some hundred bytes for every key until
/// that has been idle for ten seconds, allocates a lease for every request, and cannot give back what a 304 did not cost. A bucket is a
/// single number, the instant at which it will be full again. When its set of slots is full, the bucket that is nearest to being full gives
/// way, and so loses the least; a client that was forgotten begins with a full bucket.
/// </remarks>
internal sealed class TokenBuckets
{
    /// <summary>Most buckets.</summary>
    public const int MaxBuckets = Sets * Ways;

    private const int Ways = 8;
    private const int Sets = 12_500;
    private const int Stripes = 64;

    private readonly Slot[] slots = new Slot[MaxBuckets];
    private readonly Lock[] locks = [.. Enumerable.Range(0, Stripes).Select(_ => new Lock())];

    // Nobody outside can know which clients share a set, and push somebody out.
    private readonly ulong seed = (ulong)Random.Shared.NextInt64() << 1;

    /// <summary>Buckets that are not full; counts them one by one.</summary>
    /// <param name="now">In the ticks of the rates.</param>
    public int CountAt(long now) => slots.Count(slot => slot.FullAt > now);

    /// <summary>Takes one request from a bucket, if it holds as much.</summary>
    /// <param name="key">Whose bucket.</param>
    /// <param name="rate">Its size and pace.</param>
    /// <param name="now">In the rate's ticks.</param>
    /// <param name="missing">Ticks until the bucket will be full, as it is now.</param>
    /// <returns>False when it holds too little; nothing was taken then.</returns>
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

    /// <summary>Gives ticks back to a bucket, unless it was forgotten.</summary>
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

    // The slot of the key; another one when it has none, and then the one to give up.
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

/// <summary>Whose bucket it is.</summary>
/// <param name="Client">The client's network, never 0.</param>
/// <param name="Scope">What the bucket is for.</param>
internal readonly record struct BucketKey(ulong Client, uint Scope);

/// <summary>A <see cref="TokenLimit"/> in the ticks of a clock.</summary>
/// <param name="TicksPerRequest">After which one request flows in.</param>
/// <param name="TicksToFill">After which an empty bucket is full.</param>
internal readonly record struct BucketRate(long TicksPerRequest, long TicksToFill);

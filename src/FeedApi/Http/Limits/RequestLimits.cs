using System.Buffers.Binary;
using System.Net;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Limits;

/// <summary>Admits or refuses requests, by the client's bucket for everything and its bucket for the feed or for queries.</summary>
/// <remarks>
/// A client is identified by <see cref="ClientAddress.NetworkOf"/>; without one (loopback, private networks, Unix sockets) nothing is
/// limited, because a proxy may act for thousands of clients. Together with <see cref="Audience.ReaderStatistics"/> this costs 1 µs a
/// request on a busy machine, as the benchmark <c>TrafficCost</c> measures.
/// </remarks>
internal sealed class RequestLimits(LimitOptions options, TimeProvider time)
{
    // A 304 is refunded three quarters of its cost.
    private const int Parts = 4;
    private const int PartsBack = 3;

    // A client that waits for Retry-After may then make this many requests at once.
    private const int RequestsAfterWait = 10;

    /// <summary>As how many requests an expensive one counts.</summary>
    internal const int ExpensiveCost = 10;

    private const uint ClientScope = 0;
    private const uint QueryScope = 1;
    private const uint KeyScope = 2;

    private readonly TokenBuckets buckets = new();
    private readonly TokenLimit clientLimit = options.Client.ToLimit();
    private readonly TokenLimit queryLimit = options.Queries.ToLimit();
    private readonly TokenLimit feedLimit = options.Feed.ToLimit();
    private readonly BucketRate client = RateOf(options.Client.ToLimit(), time);
    private readonly BucketRate queries = RateOf(options.Queries.ToLimit(), time);
    private readonly BucketRate feed = RateOf(options.Feed.ToLimit(), time);
    private long refusedFeeds;
    private long refusedQueries;
    private long refusedClients;
    private long refusedKeys;

    /// <summary>Number of buckets that are not full.</summary>
    public int BucketCount => buckets.CountAt(time.GetTimestamp());

    /// <summary>Number of refused requests by policy.</summary>
    public IEnumerable<(string Policy, long Count)> Refused =>
    [
        (feedLimit.Name, Interlocked.Read(ref refusedFeeds)),
        (queryLimit.Name, Interlocked.Read(ref refusedQueries)),
        (clientLimit.Name, Interlocked.Read(ref refusedClients)),
        ("key", Interlocked.Read(ref refusedKeys)),
    ];

    /// <summary>Charges the cost of a response with a body, or refuses the request.</summary>
    /// <param name="kind">The kind of the request.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="hasQuery">True when the request has a query; such a feed is charged to the bucket of the API.</param>
    /// <param name="remote">The client's address, or that of a proxy that is not trusted.</param>
    public Admission Admit(RequestKind kind, string path, bool hasQuery, IPAddress? remote)
    {
        if (!options.Enabled || kind is RequestKind.Health or RequestKind.Management) return default;
        if (ClientAddress.NetworkOf(remote) is not { } network) return default;
        var id = IdOf(network);
        var now = time.GetTimestamp();
        var admission = new Admission { Client = new BucketKey(id, ClientScope) };
        if (!buckets.TryTake(admission.Client, client, now, out var missing))
            return Refuse(clientLimit, client, missing, ref refusedClients);
        var isQuery = kind is RequestKind.Api || (kind is RequestKind.Feed && hasQuery);
        if (!isQuery && kind is not RequestKind.Feed) return admission;

        admission.Other = new BucketKey(id, isQuery ? QueryScope : ScopeOf(path));
        var (limit, rate) = isQuery ? (queryLimit, queries) : (feedLimit, feed);
        if (buckets.TryTake(admission.Other, rate, now, out missing))
            return isQuery && missing > rate.TicksToFill / 2 ? admission with { Quota = QuotaOf(limit, rate, missing) } : admission;
        buckets.Give(admission.Client, client.TicksPerRequest);
        return isQuery ? Refuse(limit, rate, missing, ref refusedQueries) : Refuse(limit, rate, missing, ref refusedFeeds);
    }

    /// <summary>Charges the cost of a response with a body to the quota of a key, or refuses the request.</summary>
    public Admission Admit(ApiKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var rate = RateOf(key.Limit, time);
        var bucket = new BucketKey(BinaryPrimitives.ReadUInt64LittleEndian(key.Hash) | 1, KeyScope);
        if (!buckets.TryTake(bucket, rate, time.GetTimestamp(), out var missing))
            return Refuse(key.Limit, rate, missing, ref refusedKeys);
        return new Admission
        {
            Client = bucket,
            KeyTicks = rate.TicksPerRequest,
            Quota = missing > rate.TicksToFill / 2 ? QuotaOf(key.Limit, rate, missing) : null,
        };
    }

    /// <summary>Refunds part of the cost by the status of the response: a 304 costs a quarter of a response with a body.</summary>
    public void Settle(in Admission admission, int status)
    {
        if (status is not StatusCodes.Status304NotModified || admission.Client == default) return;
        buckets.Give(admission.Client, (admission.KeyTicks ?? client.TicksPerRequest) * PartsBack / Parts);
        if (admission.Other == default) return;
        var rate = admission.Other.Scope is QueryScope ? queries : feed;
        buckets.Give(admission.Other, rate.TicksPerRequest * PartsBack / Parts);
    }

    /// <summary>Charges an admitted request what an expensive one, such as a search, costs more than another.</summary>
    /// <param name="remote">The client's address, or that of a proxy that is not trusted.</param>
    /// <remarks>Only the handlers know what is expensive, so the last such request of a client may exceed its quota.</remarks>
    public void ChargeExpensive(IPAddress? remote)
    {
        if (!options.Enabled || ClientAddress.NetworkOf(remote) is not { } network) return;
        buckets.Give(new BucketKey(IdOf(network), QueryScope), -(queries.TicksPerRequest * (ExpensiveCost - 1)));
    }

    private static ulong IdOf(UInt128 network) => (ulong)(network >> 64) | (ulong)network;

    // Randomised per process, so that nobody can choose paths that share a bucket. 0 to 3 are reserved.
    private static uint ScopeOf(string path) => (uint)string.GetHashCode(path, StringComparison.Ordinal) | 4;

    private static BucketRate RateOf(TokenLimit limit, TimeProvider time)
    {
        var ticks = time.TimestampFrequency * limit.Seconds;
        return new BucketRate(Math.Max(1, ticks / limit.Requests), ticks);
    }

    private Admission Refuse(TokenLimit limit, BucketRate rate, long missing, ref long count)
    {
        Interlocked.Increment(ref count);
        var after = Math.Max(rate.TicksPerRequest, missing + (RequestsAfterWait * rate.TicksPerRequest) - rate.TicksToFill);
        return new Admission { IsRefused = true, Quota = new Quota(limit, 0, SecondsOf(Math.Min(after, missing))) };
    }

    private Quota QuotaOf(TokenLimit limit, BucketRate rate, long missing) =>
        new(limit, (rate.TicksToFill - missing) / rate.TicksPerRequest, SecondsOf(missing));

    private long SecondsOf(long ticks) => Math.Max(1, (ticks + time.TimestampFrequency - 1) / time.TimestampFrequency);
}

/// <summary>What <see cref="RequestLimits"/> decide of a request.</summary>
internal record struct Admission
{
    /// <summary>The bucket of the client; default when the request is not limited.</summary>
    public BucketKey Client { get; init; }

    /// <summary>The bucket of the feed or of queries; default when there is neither.</summary>
    public BucketKey Other { get; set; }

    /// <summary>What a request costs the quota of its key; null for requests without one.</summary>
    public long? KeyTicks { get; init; }

    /// <summary>True when the response must be 429.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The quota to report: for refused requests, and for queries when less than half is left; otherwise null.</summary>
    public Quota? Quota { get; init; }
}

/// <summary>The remaining quota of a limit.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Remaining">Number of remaining requests.</param>
/// <param name="Seconds">Seconds until the quota is refilled; after a refusal, until ten requests are available.</param>
internal sealed record Quota(TokenLimit Limit, long Remaining, long Seconds);

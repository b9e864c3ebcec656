using System.Net;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Limits;

/// <summary>Admits a request or refuses it: by the client's bucket for everything, and by the one for the feed or for queries.</summary>
/// <remarks>
/// A client is <see cref="ClientAddress.NetworkOf"/>; where that is unknown (loopback, private networks, Unix sockets) a proxy may speak
/// for thousands, and nothing is limited. What this and <see cref="Audience.ReaderStatistics"/> cost a request together, <c>TrafficCost</c>
/// measures: 1 µs on a busy machine.
/// </remarks>
internal sealed class RequestLimits(LimitOptions options, TimeProvider time)
{
    // Of four parts of its price, a 304 gets three back.
    private const int Parts = 4;
    private const int PartsBack = 3;

    // Who waits as long as Retry-After says may then make so many requests at once.
    private const int RequestsAfterWait = 10;

    private const uint ClientScope = 0;
    private const uint QueryScope = 1;

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

    /// <summary>Buckets that are not full.</summary>
    public int BucketCount => buckets.CountAt(time.GetTimestamp());

    /// <summary>Requests refused so far, by the name of the policy.</summary>
    public IEnumerable<(string Policy, long Count)> Refused =>
    [
        (feedLimit.Name, Interlocked.Read(ref refusedFeeds)),
        (queryLimit.Name, Interlocked.Read(ref refusedQueries)),
        (clientLimit.Name, Interlocked.Read(ref refusedClients)),
    ];

    /// <summary>Takes the price of an answer with a body.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="path">The path.</param>
    /// <param name="hasQuery">True: a feed of a query, which is the API's work.</param>
    /// <param name="remote">The client, or the proxy when it is not a trusted one.</param>
    public Admission Admit(RequestKind kind, string path, bool hasQuery, IPAddress? remote)
    {
        if (!options.Enabled || kind is RequestKind.Health or RequestKind.Management) return default;
        if (ClientAddress.NetworkOf(remote) is not { } network) return default;
        var id = (ulong)(network >> 64) | (ulong)network;
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

    /// <summary>Gives back what the answer did not cost: a 304 is a quarter of an answer with a body.</summary>
    public void Settle(in Admission admission, int status)
    {
        if (status is not StatusCodes.Status304NotModified || admission.Client == default) return;
        buckets.Give(admission.Client, client.TicksPerRequest * PartsBack / Parts);
        if (admission.Other == default) return;
        var rate = admission.Other.Scope is QueryScope ? queries : feed;
        buckets.Give(admission.Other, rate.TicksPerRequest * PartsBack / Parts);
    }

    // Differs from process to process, so that nobody can choose paths that share a bucket. 0 and 1 are taken.
    private static uint ScopeOf(string path) => (uint)string.GetHashCode(path, StringComparison.Ordinal) | 2;

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

/// <summary>What became of a request at the limits.</summary>
internal record struct Admission
{
    /// <summary>The bucket of the client; default: not limited.</summary>
    public BucketKey Client { get; init; }

    /// <summary>The bucket of the feed or of queries; default: neither.</summary>
    public BucketKey Other { get; set; }

    /// <summary>True: answer 429.</summary>
    public bool IsRefused { get; init; }

    /// <summary>To be told to the client: always when it is refused, of queries also when less than half is left; otherwise null.</summary>
    public Quota? Quota { get; init; }
}

/// <summary>What is left of a limit.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Remaining">Requests.</param>
/// <param name="Seconds">Until the quota is there again: for a refused request until ten may be made, else until all.</param>
internal sealed record Quota(TokenLimit Limit, long Remaining, long Seconds);

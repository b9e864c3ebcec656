using System.Collections.Concurrent;
using System.Net;
using FeedApi.Http.Limits;

namespace FeedApi.Http.Audience;

/// <summary>
/// Statistics of readers by feed, from the User-Agent and the preconditions of requests. In memory only, without IP addresses or cookies.
/// </summary>
/// <remarks>
/// Distinct readers are counted by a hash of network and User-Agent under a salt that is generated anew each day and never stored.
/// Bounded: 10,000 feeds of about 500 bytes. For the cost of a request see <see cref="Limits.RequestLimits"/>.
/// </remarks>
internal sealed class ReaderStatistics
{
    /// <summary>Maximum number of feeds that are counted separately; further ones are counted together.</summary>
    public const int MaxFeeds = 10_000;

    /// <summary>The path under which further feeds are counted.</summary>
    public const string OtherFeeds = "other";

    /// <summary>The path under which all feeds with a query are counted, because their number is unlimited.</summary>
    public const string QueryFeeds = "queries";

    private readonly TimeProvider time;
    private readonly KnownAgents agents = new();
    private readonly ConcurrentDictionary<string, FeedAudience> feeds = new(StringComparer.Ordinal);
    private readonly FeedAudience others = new(OtherFeeds);
    private readonly FeedAudience queries = new(QueryFeeds);
    private int feedCount;
    private DaySalt salt;

    /// <summary>Starts counting.</summary>
    public ReaderStatistics(TimeProvider time)
    {
        this.time = time;
        Since = time.GetUtcNow();
        salt = DaySalt.Of(DayOf(Since));
    }

    /// <summary>When counting started (UTC).</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Number of cached User-Agent fields.</summary>
    public int FieldCount => agents.FieldCount;

    /// <summary>Counts the response to a request for a feed.</summary>
    /// <param name="path">The feed's path.</param>
    /// <param name="hasQuery">True when the request has a query, whose subscribers are not those of the path.</param>
    /// <param name="request">The request's header fields.</param>
    /// <param name="remote">The client's address.</param>
    /// <param name="status">The status of the response; a feed is counted only when it was served.</param>
    public void Count(string path, bool hasQuery, IHeaderDictionary request, IPAddress? remote, int status)
    {
        var isConditional = request.IfNoneMatch.Count > 0 || request.IfModifiedSince.Count > 0;
        var agent = agents.Of(request.UserAgent.ToString());
        agent.Polls.Count(status, isConditional);
        if (status is not (200 or 226 or 304)) return;
        var feed = hasQuery ? queries : feeds.TryGetValue(path, out var known) ? known : Begin(path);
        var today = Today();
        feed.BeginDay(today.Day);
        feed.Polls.Count(status, isConditional);
        // Subscribers of several feeds together are meaningless: each request would report those of another feed.
        if (!agent.Agent.IsService) feed.Add(today.Hash(ClientAddress.NetworkOf(remote) ?? 0, agent.Hash));
        else if (!ReferenceEquals(feed, queries) && !ReferenceEquals(feed, others)) feed.Add(agent.Agent);
    }

    /// <summary>Returns all feeds that were requested.</summary>
    public IReadOnlyList<FeedAudience> ListFeeds()
    {
        FeedAudience[] all = [.. feeds.Values, .. new[] { queries, others }.Where(several => several.Polls.Requests > 0)];
        foreach (var feed in all) feed.BeginDay(Today().Day);
        return all;
    }

    /// <summary>Returns all readers by name, with their counters.</summary>
    public IReadOnlyList<KeyValuePair<string, PollCounts>> ListReaders() => [.. agents.Names];

    private FeedAudience Begin(string path)
    {
        if (Volatile.Read(ref feedCount) >= MaxFeeds) return others;
        var begun = new FeedAudience(path);
        var kept = feeds.GetOrAdd(path, begun);
        if (ReferenceEquals(begun, kept)) Interlocked.Increment(ref feedCount);
        return kept;
    }

    private DaySalt Today()
    {
        var day = DayOf(time.GetUtcNow());
        var current = Volatile.Read(ref salt);
        if (current.Day == day) return current;
        var drawn = DaySalt.Of(day);
        var before = Interlocked.CompareExchange(ref salt, drawn, current);
        return ReferenceEquals(before, current) ? drawn : before;
    }

    private static int DayOf(DateTimeOffset now) =>
        (int)(now.UtcTicks / TimeSpan.TicksPerDay - DateTimeOffset.UnixEpoch.UtcTicks / TimeSpan.TicksPerDay);
}

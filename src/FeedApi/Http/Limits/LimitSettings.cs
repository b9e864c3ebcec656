namespace FeedApi.Http.Limits;

/// <summary>How many requests one client may make. Generous: they stop what runs wild, and no reader or app at work ever meets them.</summary>
/// <remarks>
/// A 429 makes NetNewsWire leave every feed of the host alone, so feeds have a bucket each; adding a feed takes several requests at once, and readers
/// behind one address poll alike. Cheap answers keep the server up, not limits: most readers that misbehave pass over a 429 too.
/// </remarks>
public sealed record LimitSettings
{
    /// <summary>Fewer than this at once and some readers cannot add a feed.</summary>
    public const int MinFeedRequests = 10;

    /// <summary><c>Limits:Enabled</c>. Default true.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary><c>Limits:Feed:Requests</c>, <c>Limits:Feed:Seconds</c>: for one feed, without a query. Default 60 in 60 s.</summary>
    public TokenLimit Feed { get; init; } = new("feed", 60, 60);

    /// <summary><c>Limits:Queries:Requests</c>, <c>Limits:Queries:Seconds</c>: for the API and feeds with a query, together. Default 6,000 in 120 s.</summary>
    /// <remarks>An app that pages through a million articles, six requests at a time over a line of 50 ms, stays below it.</remarks>
    public TokenLimit Queries { get; init; } = new("queries", 6_000, 120);

    /// <summary><c>Limits:Client:Requests</c>, <c>Limits:Client:Seconds</c>: for everything, together. Default 12,000 in 120 s.</summary>
    public TokenLimit Client { get; init; } = new("client", 12_000, 120);
}

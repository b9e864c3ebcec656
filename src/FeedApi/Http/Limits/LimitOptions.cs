using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Limits;

/// <summary>How many requests one client may make before it is answered 429.</summary>
/// <remarks>
/// Generous: the limits stop what runs wild, and no reader or app at work ever meets them. A 429 makes NetNewsWire leave every feed of the
/// host alone, so feeds have a bucket each; adding a feed takes several requests at once, and readers behind one address poll alike. Cheap
/// answers keep the server up, not limits: most readers that misbehave pass over a 429 too.
/// </remarks>
internal sealed record LimitOptions
{
    /// <summary>Whether anybody is limited.</summary>
    /// <value>True or false. Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>For one feed without a query.</summary>
    public FeedLimitOptions Feed { get; init; } = new();

    /// <summary>For the API and for feeds with a query, together.</summary>
    public QueryLimitOptions Queries { get; init; } = new();

    /// <summary>For everything, together.</summary>
    public ClientLimitOptions Client { get; init; } = new();
}

/// <summary>What one client may fetch of one feed, without a query.</summary>
internal sealed record FeedLimitOptions
{
    /// <summary>What one client may fetch of one feed at once. With fewer than 10 some readers cannot add a feed.</summary>
    /// <value>Requests. Default 60.</value>
    [Range(10, 100_000_000)]
    public int Requests { get; init; } = 60;

    /// <summary>In what time as much is there again.</summary>
    /// <value>Seconds. Default 60.</value>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 60;

    /// <summary>The bucket.</summary>
    internal TokenLimit ToLimit() => new("feed", Requests, Seconds);
}

/// <summary>What one client may ask of the API and of feeds with a query, together.</summary>
internal sealed record QueryLimitOptions
{
    /// <summary>What one client may ask of the API and of feeds with a query at once, together.</summary>
    /// <value>Requests. Default 6000.</value>
    /// <remarks>An app that pages through a million articles, six requests at a time over a line of 50 ms, stays below it.</remarks>
    [Range(1, 100_000_000)]
    public int Requests { get; init; } = 6_000;

    /// <summary>In what time as much is there again.</summary>
    /// <value>Seconds. Default 120.</value>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 120;

    /// <summary>The bucket.</summary>
    internal TokenLimit ToLimit() => new("queries", Requests, Seconds);
}

/// <summary>What one client may ask of everything, together.</summary>
internal sealed record ClientLimitOptions
{
    /// <summary>What one client may ask of everything at once, together.</summary>
    /// <value>Requests. Default 12000.</value>
    [Range(1, 100_000_000)]
    public int Requests { get; init; } = 12_000;

    /// <summary>In what time as much is there again.</summary>
    /// <value>Seconds. Default 120.</value>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 120;

    /// <summary>The bucket.</summary>
    internal TokenLimit ToLimit() => new("client", Requests, Seconds);
}

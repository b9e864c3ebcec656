using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Limits;

/// <summary>How many requests a client may make before it receives 429.</summary>
/// <remarks>
/// Generous: the limits stop runaway programs, and no working reader or app reaches them. After a 429 NetNewsWire stops polling all feeds
/// of the host, so each feed has a bucket of its own; adding a feed takes several requests at once, and readers behind one address poll
/// simultaneously. Cheap responses protect the server, not limits: most misbehaving readers ignore a 429 too.
/// </remarks>
internal sealed record LimitOptions
{
    /// <summary>Whether requests are limited.</summary>
    /// <value>True or false. Default true.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>The limit of each feed without a query.</summary>
    public FeedLimitOptions Feed { get; init; } = new();

    /// <summary>The limit of the API and feeds with a query, together.</summary>
    public QueryLimitOptions Queries { get; init; } = new();

    /// <summary>The limit of all requests together.</summary>
    public ClientLimitOptions Client { get; init; } = new();
}

/// <summary>How many requests a client may make for one feed without a query.</summary>
internal sealed record FeedLimitOptions
{
    /// <summary>Requests that a client may make at once for one feed. With fewer than 10 some readers cannot add a feed.</summary>
    /// <value>Requests. Default 60.</value>
    [Range(10, 100_000_000)]
    public int Requests { get; init; } = 60;

    /// <summary>The time in which a used quota is refilled.</summary>
    /// <value>Seconds. Default 60.</value>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 60;

    /// <summary>The limit as a token bucket.</summary>
    internal TokenLimit ToLimit() => new("feed", Requests, Seconds);
}

/// <summary>How many requests a client may make for the API and feeds with a query, together.</summary>
internal sealed record QueryLimitOptions
{
    /// <summary>Requests that a client may make at once for the API and feeds with a query, together.</summary>
    /// <value>Requests. Default 6000.</value>
    /// <remarks>An app that pages through a million articles with six concurrent requests and 50 ms of latency stays below it.</remarks>
    [Range(1, 100_000_000)]
    public int Requests { get; init; } = 6_000;

    /// <summary>The time in which a used quota is refilled.</summary>
    /// <value>Seconds. Default 120.</value>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 120;

    /// <summary>The limit as a token bucket.</summary>
    internal TokenLimit ToLimit() => new("queries", Requests, Seconds);
}

/// <summary>How many requests of any kind a client may make.</summary>
internal sealed record ClientLimitOptions
{
    /// <summary>Requests of any kind that a client may make at once.</summary>
    /// <value>Requests. Default 12000.</value>
    [Range(1, 100_000_000)]
    public int Requests { get; init; } = 12_000;

    /// <summary>The time in which a used quota is refilled.</summary>
    /// <value>Seconds. Default 120.</value>
    [Range(1, 86_400)]
    public int Seconds { get; init; } = 120;

    /// <summary>The limit as a token bucket.</summary>
    internal TokenLimit ToLimit() => new("client", Requests, Seconds);
}

using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Hosting;

/// <summary>How many connections may be open.</summary>
internal sealed record ConnectionOptions
{
    // A connection is a file descriptor; no system has more.
    private const int MaxConnections = 1_000_000;

    /// <summary>Open connections; more are closed at once.</summary>
    /// <value>Connections. Default 5000.</value>
    [Range(1, MaxConnections)]
    public int MaxConcurrentConnections { get; init; } = 5_000;

    /// <summary>
    /// Open connections of one public IPv4 address or IPv6 /64; 0 is no limit, and addresses of private networks have none.
    /// </summary>
    /// <value>Connections. Default 100.</value>
    [Range(0, MaxConnections)]
    public int MaxConnectionsPerAddress { get; init; } = 100;
}

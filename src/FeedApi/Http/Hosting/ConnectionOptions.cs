using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Hosting;

/// <summary>The maximum numbers of open connections.</summary>
internal sealed record ConnectionOptions
{
    // A connection needs a file descriptor, of which no system has more.
    private const int MaxConnections = 1_000_000;

    /// <summary>Maximum number of open connections; further ones are closed immediately.</summary>
    /// <value>Connections. Default 5000.</value>
    [Range(1, MaxConnections)]
    public int MaxConcurrentConnections { get; init; } = 5_000;

    /// <summary>
    /// Maximum number of open connections of one public IPv4 address or IPv6 /64; 0 means no limit. Private networks have no limit.
    /// </summary>
    /// <value>Connections. Default 100.</value>
    [Range(0, MaxConnections)]
    public int MaxConnectionsPerAddress { get; init; } = 100;
}

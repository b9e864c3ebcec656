namespace FeedApi.Http.Hosting;

/// <summary>Where the server listens, and what it speaks there.</summary>
internal sealed record ListeningAddresses
{
    /// <summary>Every address, separated by semicolons, in ASP.NET Core's form.</summary>
    public required string All { get; init; }

    /// <summary>Ports of listeners without TLS: they speak HTTP/1.1 only, since nothing tells which one a client begins with.</summary>
    public IReadOnlyCollection<int> Http1Ports { get; init; } = [];

    /// <summary>Ports of listeners that speak h2 without TLS.</summary>
    public IReadOnlyCollection<int> Http2Ports { get; init; } = [];

    /// <summary>Ports of the management listener.</summary>
    public IReadOnlyCollection<int> ManagementPorts { get; init; } = [];
}

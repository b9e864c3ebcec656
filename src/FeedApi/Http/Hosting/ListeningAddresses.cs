namespace FeedApi.Http.Hosting;

/// <summary>The addresses on which the server listens, and their protocols.</summary>
internal sealed record ListeningAddresses
{
    /// <summary>All addresses, separated by semicolons, in ASP.NET Core's syntax.</summary>
    public required string All { get; init; }

    /// <summary>Ports of listeners without TLS, which support only HTTP/1.1 because there is no protocol negotiation.</summary>
    public IReadOnlyCollection<int> Http1Ports { get; init; } = [];

    /// <summary>Ports of listeners for HTTP/2 without TLS.</summary>
    public IReadOnlyCollection<int> Http2Ports { get; init; } = [];

    /// <summary>Ports of the management listener.</summary>
    public IReadOnlyCollection<int> ManagementPorts { get; init; } = [];
}

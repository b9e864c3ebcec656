namespace FeedApi.Http.Hosting;

/// <summary>How the server's listeners behave, and how they end.</summary>
public sealed record ListenerSettings
{
    /// <summary><c>Http2:Urls</c>, their ports: listeners that speak h2 without TLS to whoever knows that (prior knowledge, RFC 9113, section 3.3).</summary>
    public IReadOnlyCollection<int> Http2Ports { get; init; } = [];

    /// <summary>Ports of listeners without TLS: they speak HTTP/1.1 only, since nothing tells which one a client begins with.</summary>
    public IReadOnlyCollection<int> Http1Ports { get; init; } = [];

    /// <summary><c>UnixSocket:Mode</c>: the file mode of a Unix socket. Default 660: owner and group.</summary>
    public UnixFileMode UnixSocketMode { get; init; } = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    /// <summary><c>Shutdown:WaitSeconds</c>: how long readiness says 503 before the listeners close, so that load balancers go elsewhere. Default 2 s, in development none.</summary>
    public TimeSpan StopWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary><c>Shutdown:DrainSeconds</c>: how long requests that are being answered may take after that. Default 20 s.</summary>
    public TimeSpan StopDrain { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What one client may ask.</summary>
    public ConnectionLimits Limits { get; init; } = new();
}

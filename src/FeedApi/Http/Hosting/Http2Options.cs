namespace FeedApi.Http.Hosting;

/// <summary>HTTP/2 without TLS.</summary>
internal sealed record Http2Options
{
    /// <summary>
    /// Addresses for HTTP/2 without TLS, for proxies with prior knowledge (RFC 9113, section 3.3). The addresses of <c>urls</c> support
    /// HTTP/1.1, and with TLS also HTTP/2.
    /// </summary>
    /// <value>Addresses, separated by semicolons. Default none.</value>
    public string? Urls { get; init; }
}

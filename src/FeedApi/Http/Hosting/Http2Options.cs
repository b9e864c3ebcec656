namespace FeedApi.Http.Hosting;

/// <summary>HTTP/2 without TLS.</summary>
internal sealed record Http2Options
{
    /// <summary>
    /// Where h2 is spoken without TLS, for proxies that know it (prior knowledge, RFC 9113, section 3.3). The addresses of <c>urls</c>
    /// speak HTTP/1.1, with TLS h2 too.
    /// </summary>
    /// <value>Addresses, separated by semicolons. Default none.</value>
    public string? Urls { get; init; }
}

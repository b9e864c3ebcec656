namespace FeedApi.Http.Hosting;

/// <summary>
/// The limits of connections and requests that the web server enforces, listed in docs/operations.md.
/// </summary>
internal static class ConnectionLimits
{
    /// <summary>Maximum length of a request target (path and query), in bytes.</summary>
    public const int TargetBytes = 4 * 1024;

    /// <summary>Maximum length of a request line for a problem response, in bytes; beyond it the connection ends with a bare 414.</summary>
    public const int RequestLineBytes = 8 * 1024;

    /// <summary>Maximum size of all header fields of a request, in bytes; of an HTTP/2 request after decompression.</summary>
    public const int HeaderBytes = 16 * 1024;

    /// <summary>Maximum number of header fields of a request.</summary>
    public const int Headers = 64;

    /// <summary>Maximum number of header fields for a problem response; beyond it the connection ends with a bare 431.</summary>
    public const int ReadableHeaders = 100;

    /// <summary>Maximum size of a request body, in bytes; no endpoint accepts more than a small form.</summary>
    public const int BodyBytes = 16 * 1024;

    /// <summary>Bytes of pipelined requests that are buffered for a connection: twice the maximum of one request.</summary>
    public const int ReadAheadBytes = 2 * (HeaderBytes + BodyBytes);

    /// <summary>Maximum time to receive the header fields of a request.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Maximum idle time of a connection: longer than that of proxies (nginx 60 s), so that they close connections first and no
    /// request is lost.
    /// </summary>
    public static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(130);

    /// <summary>Minimum data rate of request and response bodies in bytes per second, enforced after <see cref="RateGrace"/>.</summary>
    public const double MinBytesPerSecond = 240;

    /// <summary>Grace period before the minimum data rate is enforced.</summary>
    public static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(5);

    /// <summary>Maximum number of concurrent requests on an HTTP/2 connection.</summary>
    public const int StreamsPerConnection = 100;
}

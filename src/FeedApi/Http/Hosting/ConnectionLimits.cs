namespace FeedApi.Http.Hosting;

/// <summary>
/// How much a client may ask of the server before anything of its request is understood. README, "Limits of requests", lists them.
/// </summary>
internal static class ConnectionLimits
{
    /// <summary>Bytes of a request target (path and query).</summary>
    public const int TargetBytes = 4 * 1024;

    /// <summary>Bytes of a request line for which a readable answer is given; beyond it the connection ends with a bare 414.</summary>
    public const int RequestLineBytes = 8 * 1024;

    /// <summary>Bytes of all fields of a request; of all the fields of an h2 request after decompression.</summary>
    public const int HeaderBytes = 16 * 1024;

    /// <summary>Fields of a request.</summary>
    public const int Headers = 64;

    /// <summary>Fields of a request for which a readable answer is given; beyond it the connection ends with a bare 431.</summary>
    public const int ReadableHeaders = 100;

    /// <summary>Bytes of a request's body; nothing here takes more than a small form.</summary>
    public const int BodyBytes = 16 * 1024;

    /// <summary>Bytes of requests that are read from a connection while others wait: twice what one may have.</summary>
    public const int ReadAheadBytes = 2 * (HeaderBytes + BodyBytes);

    /// <summary>How long the fields of a request may take.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a connection may rest between requests: longer than proxies keep theirs (nginx 60 s), so that they close
    /// first and nothing is lost.
    /// </summary>
    public static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(130);

    /// <summary>Slowest body and slowest reader, bytes a second, after <see cref="RateGrace"/>.</summary>
    public const double MinBytesPerSecond = 240;

    /// <summary>How long a slow client is borne.</summary>
    public static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(5);

    /// <summary>Requests at a time on one h2 connection.</summary>
    public const int StreamsPerConnection = 100;
}

using System.Globalization;

namespace FeedApi.Reliability.Raw;

/// <summary>Makes up requests of parts that are right, in which at most one part is wrong (RFC 9112).</summary>
internal static class FramingCases
{
    private static readonly string[] Targets =
    [
        "/feed.rss", "/feed.atom?limit=2", "/", "/api/v1/articles?limit=1", "/health/live", "/nothing-here", "/opml.xml",
    ];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"];
    private static readonly string[] Hosts =
    [
        "Host: localhost", "host: LOCALHOST", "HOST:localhost", "Host:\tlocalhost \t", "Host: 127.0.0.1",
    ];

    private static readonly string[] Fields =
    [
        "X-A: b", "Accept: */*", "Accept-Encoding: gzip, br", "X-Empty:", "X-Long: " + new string('a', 3_000), "User-Agent: \"'<>&",
        "Accept: application/json;q=0.1, text/html", "If-None-Match: *", "If-Modified-Since: never", "Range: bytes=0-1",
        "X-Forwarded-Host: evil.test", "Cookie: a=b", "Via: 1.1 x", "Forwarded: for=1.2.3.4", "TE: trailers", "Accept-Language: zh-CN",
        "X-HTTP-Method-Override: DELETE",
    ];

    private static readonly (string Fields, string Body)[] Bodies =
    [
        ("Content-Length: 0", ""), ("Content-Length: 5", "hello"), ("content-length:5", "hello"), ("Content-Length:   5  ", "hello"),
        ("Transfer-Encoding: chunked", "0\r\n\r\n"), ("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n"),
        ("transfer-encoding: Chunked", "5;a=b\r\nhello\r\n0\r\n\r\n"), ("Transfer-Encoding: chunked", "1\r\nh\r\n4\r\nello\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", "00A\r\nhellohello\r\n0\r\nX-Trailer: y\r\n\r\n"),
    ];

    private static readonly string[] WrongLines =
    [
        "GET  /feed.rss HTTP/1.1", "GET\t/feed.rss HTTP/1.1", "GET /feed.rss\tHTTP/1.1", "GET /feed.rss", "GET /feed.rss HTTP/1.2",
        "GET /feed.rss http/1.1", "GET /feed.rss HTTP/0.9", "GET /feed.rss HTTP/3.0", "GET /feed.rss HTTP/11",
        "GET /feed.rss HTTP/1.1 x", "GET feed.rss HTTP/1.1", " GET /feed.rss HTTP/1.1", "G(T /feed.rss HTTP/1.1", "GET /a\0b HTTP/1.1",
        "GET http://evil.test/feed.rss HTTP/1.1", "GET /%00 HTTP/1.1", "GET /feed.rss HTTP/1.1x",
    ];

    private static readonly string[] WrongHosts =
    [
        "X-No: host", "Host: localhost\r\nHost: localhost", "Host: localhost\r\nhost: evil.test", "Host: evil.test",
        "Host: localhost, evil.test", "Host: local host", "Host : localhost", "Host: a@localhost", "Host: localhost/x", "Host: [::1",
        "Host: localhost:port", "Host:",
    ];

    private static readonly string[] WrongLengths =
    [
        "+5", "-5", "5 5", "5, 5", "5,6", "0x5", "5.0", "", "1e1", "99999999999999999999", "five", "\"5\"", "5\r\nContent-Length: 5",
        "5\r\nContent-Length: 6", "5;", "+0", "\v5",
    ];

    private static readonly string[] WrongCodings =
    [
        "xchunked", "identity", "chunked, gzip", "gzip", "chunked\r\nTransfer-Encoding: identity", "\vchunked", "\"chunked\"",
        "chunked;q=1", "chunked\r\nContent-Length: 5", "chunke", "", "chunked, identity",
    ];

    private static readonly string[] WrongChunks =
    [
        "5\nhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n", "5 \nhello\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n",
        "\r\nhello\r\n0\r\n\r\n", "0\r\nX: y\n\r\n", "G\r\nhello\r\n0\r\n\r\n", "5;a\n\r\nhello\r\n0\r\n\r\n",
    ];

    private static readonly string[] WrongFields =
    [
        "X-A : b", " X-A: b", "X-A b", ": b", "X-A: b\0c", "X-\0A: b", "X-A: b\rX-B: c", "X-A: b\r\n c", "X-A:\r\n\tb", "X A: b",
        "X-\u00E9: b", "Content-Encoding: gzip",
    ];

    /// <summary>A request; half of them are right.</summary>
    public static RawCase Of(Random random)
    {
        var method = One(random, Methods);
        var (line, host) = ($"{method} {One(random, Targets)} HTTP/1.1", One(random, Hosts));
        List<string> fields = [.. Enumerable.Range(0, random.Next(4)).Select(_ => One(random, Fields)).Distinct()];
        // Bodies of any length of requests that need none are read and thrown away.
        var (framing, body) = random.Next(2) == 0 ? ("", "") : Bodies[random.Next(Bodies.Length)];
        string? fault = null;
        var lineEnd = "\r\n";
        switch (random.Next(16))
        {
            case 0:
                (line, fault, method) = (One(random, WrongLines), "the request line", "GET");
                break;
            case 1:
                (host, fault) = (One(random, WrongHosts), "the host");
                break;
            case 2:
                (framing, body, fault) = ($"Content-Length: {One(random, WrongLengths)}", "hello", "the length");
                break;
            case 3:
                (framing, body, fault) = ($"Transfer-Encoding: {One(random, WrongCodings)}", "0\r\n\r\n", "the coding");
                break;
            case 4:
                (framing, body, fault) = ("Transfer-Encoding: chunked", One(random, WrongChunks), "a chunk");
                break;
            case 5:
                fields.Insert(random.Next(fields.Count + 1), One(random, WrongFields));
                fault = "a field";
                break;
            case 6:
                (lineEnd, fault) = ("\n", "a line end");
                break;
            case 7:
                fields.AddRange(Enumerable.Range(0, 65).Select(number => string.Create(CultureInfo.InvariantCulture, $"X-{number}: b")));
                fault = "the number of fields";
                break;
            case 8 when random.Next(4) == 0:
                (line, fault) = ($"{method} /{new string('a', 4_200 + random.Next(8_000))} HTTP/1.1", "the length of the target");
                break;
        }

        string[] lines = [line, host, .. fields, .. framing.Length > 0 ? [framing] : Array.Empty<string>()];
        var wrongEnd = random.Next(lines.Length);
        var head = string.Concat(lines.Select((text, number) => text + (number == wrongEnd ? lineEnd : "\r\n")));
        return new RawCase($"{head}\r\n{body}", method, fault);
    }

    private static string One(Random random, string[] all) => all[random.Next(all.Length)];
}

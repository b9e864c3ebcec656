using System.Text.RegularExpressions;
using FeedApi.Tests.Feeds;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Pipeline;

/// <summary>
/// Requests that two servers could read in two ways (RFC 9112, section 11.2). Each is followed on the connection by what would be smuggled.
/// </summary>
public sealed partial class SmugglingTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private const string Smuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    public static TheoryData<string, string> Ambiguous() => new()
    {
        { "CL+TE", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5|Transfer-Encoding: chunked||0||" },
        { "TE+CL", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: chunked|Content-Length: 5||0||" },
        { "CL+TE on GET", "GET /feed.rss HTTP/1.1|Host: localhost|Content-Length: 0|Transfer-Encoding: chunked||0||" },
        { "CL+TE, TE in capitals", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5|TRANSFER-ENCODING: CHUNKED||0||" },
        { "CL+TE in HTTP/1.0", "POST /feed.rss HTTP/1.0|Host: localhost|Content-Length: 5|Transfer-Encoding: chunked||0||" },
        { "CL+TE, TE after a tab", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5|Transfer-Encoding:\tchunked||0||" },
        { "two CL, different", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5|Content-Length: 6||hello" },
        { "two CL, equal", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5|Content-Length: 5||hello" },
        { "list of CL", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5, 5||hello" },
        { "negative CL", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: -5||hello" },
        { "CL with a plus sign", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: +5||hello" },
        { "CL of minus zero", "GET /feed.rss HTTP/1.1|Host: localhost|Content-Length: -0||" },
        { "empty CL", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length:||hello" },
        { "CL with a point", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 5.0||hello" },
        { "hexadecimal CL", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 0x5||hello" },
        { "CL too large for 64 bits", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 99999999999999999999||hello" },
        { "CL with a blank inside", "POST /feed.rss HTTP/1.1|Host: localhost|Content-Length: 1 5||hello" },
        { "TE xchunked", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: xchunked||0||" },
        { "TE identity", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: identity||0||" },
        { "chunked not last", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: chunked, gzip||0||" },
        { "two TE", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: chunked|Transfer-Encoding: identity||0||" },
        { "TE with a vertical tab", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: \vchunked||0||" },
        { "TE in quotes", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding: \"chunked\"||0||" },
        { "blank before the colon", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding : chunked||0||" },
        { "blank before the name", "GET /feed.rss HTTP/1.1| Host: localhost||" },
        { "obs-fold", "POST /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding:| chunked||0||" },
        { "obs-fold with a tab", "GET /feed.rss HTTP/1.1|Host: localhost|X-A: b|\tc||" },
        { "no colon", "GET /feed.rss HTTP/1.1|Host: localhost|Transfer-Encoding chunked||" },
        { "NUL in a field", "GET /feed.rss HTTP/1.1|Host: localhost|X-A: b\0c||" },
        { "NUL in a name", "GET /feed.rss HTTP/1.1|Host: localhost|X-\0A: b||" },
        { "CR alone in a field", "GET /feed.rss HTTP/1.1|Host: localhost|X-A: b\rTransfer-Encoding: chunked||" },
        { "no name", "GET /feed.rss HTTP/1.1|Host: localhost|: b||" },
        { "bare LF after the request line", "GET /feed.rss HTTP/1.1\nHost: localhost||" },
        { "bare LF after a field", "GET /feed.rss HTTP/1.1|Host: localhost\nX-A: b||" },
        { "bare LF at the end", "GET /feed.rss HTTP/1.1|Host: localhost|\n" },
        { "bare LFs only", "GET /feed.rss HTTP/1.1\nHost: localhost\n\n" },
        { "LF before CR", "GET /feed.rss HTTP/1.1\n\rHost: localhost||" },
        { "two Host", "GET /feed.rss HTTP/1.1|Host: localhost|Host: evil.test||" },
        { "no Host", "GET /feed.rss HTTP/1.1||" },
        { "Host unlike the target", "GET http://evil.test/feed.rss HTTP/1.1|Host: localhost||" },
        { "two blanks in the request line", "GET  /feed.rss HTTP/1.1|Host: localhost||" },
        { "a tab in the request line", "GET\t/feed.rss HTTP/1.1|Host: localhost||" },
        { "HTTP/0.9", "GET /feed.rss||" },
        { "HTTP/1.2", "GET /feed.rss HTTP/1.2|Host: localhost||" },
        { "HTTP/3.0", "GET /feed.rss HTTP/3.0|Host: localhost||" },
        { "http in small letters", "GET /feed.rss http/1.1|Host: localhost||" },
        { "TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" },
    };

    [Theory]
    [MemberData(nameof(Ambiguous))]
    public async Task What_can_be_read_in_two_ways_is_refused_once_and_ends_the_connection(string name, string request)
    {
        var heard = await RawConnection.AskAsync(
            feeds.Site.Client.BaseAddress!, request.Replace("|", "\r\n", StringComparison.Ordinal) + Smuggled);

        var answer = Assert.Single(StatusLine().Matches(heard));
        Assert.True(answer.Value is "HTTP/1.1 400" or "HTTP/1.1 505", $"{name}: {heard}");
        Assert.Contains("Connection: close", heard, StringComparison.Ordinal);
    }

    // A body that nobody reads is read to its end when the answer has been given; what is wrong with it ends the connection then.
    [Theory]
    [InlineData("5\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhello\n0\r\n\r\n")]
    [InlineData("5;x=\ny\r\nhello\r\n0\r\n\r\n")]
    [InlineData("0x5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5 \nhello\r\n0\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5\r\nhelloX\r\n0\r\n\r\n")]
    [InlineData("\r\nhello\r\n0\r\n\r\n")]
    [InlineData("0\r\nX: y\n\r\n")]
    public async Task A_chunk_that_is_framed_wrongly_never_gives_a_second_answer(string body)
    {
        var request = $"POST /feed.rss HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{body}";

        var heard = await RawConnection.AskAsync(feeds.Site.Client.BaseAddress!, request + Smuggled);

        Assert.DoesNotContain("404", heard, StringComparison.Ordinal);
        Assert.Single(StatusLine().Matches(heard));
    }

    [Fact]
    public async Task Two_lengths_in_one_request_are_told_apart()
    {
        var heard = await RawConnection.AskAsync(
            feeds.Site.Client.BaseAddress!,
            "POST /feed.rss HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        Assert.Contains("\"code\":\"ambiguous-length\"", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_requests_follow_one_another_on_a_connection()
    {
        using var connection = await RawConnection.OpenAsync(feeds.Site.Client.BaseAddress!);
        for (var i = 0; i < 3; i++)
        {
            await connection.SayAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

            Assert.StartsWith("HTTP/1.1 200", await connection.HearResponseAsync(), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"HTTP/1\.1 \d{3}")]
    private static partial Regex StatusLine();
}

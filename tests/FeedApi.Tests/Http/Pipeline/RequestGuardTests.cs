using FeedApi.Tests.Feeds;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Pipeline;

/// <summary>The limits of README's "Limits of requests" at their edges.</summary>
public sealed class RequestGuardTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Theory]
    [InlineData(4_096, "404", "unknown-address")]
    [InlineData(4_097, "414", "uri-too-long")]
    [InlineData(8_000, "414", "uri-too-long")]
    [InlineData(9_000, "414", "")]
    [InlineData(200_000, "414", "")]
    public async Task An_address_has_4096_bytes(int bytes, string status, string code) =>
        Refused(
            await AskAsync($"GET /{new string('a', bytes - 1)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status, code);

    [Theory]
    [InlineData(64, "200", "")]
    [InlineData(65, "431", "too-many-headers")]
    [InlineData(100, "431", "too-many-headers")]
    [InlineData(101, "431", "")]
    [InlineData(2_000, "431", "")]
    public async Task A_request_has_64_fields(int fields, string status, string code)
    {
        var others = string.Concat(Enumerable.Range(0, fields - 2).Select(i => $"X-{i}: y\r\n"));

        Refused(await AskAsync($"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{others}\r\n"), status, code);
    }

    [Theory]
    [InlineData(15_000, "200")]
    [InlineData(17_000, "431")]
    [InlineData(40_000, "431")]
    [InlineData(400_000, "431")]
    public async Task The_fields_of_a_request_have_16_KB(int bytes, string status) =>
        Refused(
            await AskAsync($"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-A: {new string('a', bytes)}\r\n\r\n"),
            status,
            "");

    [Theory]
    [InlineData(16_384, "405", "method-not-allowed")]
    [InlineData(16_385, "413", "body-too-large")]
    [InlineData(30_000_000, "413", "body-too-large")]
    public async Task A_body_has_16_KB(int bytes, string status, string code) =>
        Refused(
            await AskAsync($"POST /feed.rss HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {bytes}\r\n\r\n"
                + $"{new string('a', 16_384)}"),
            status,
            code);

    [Fact]
    public async Task A_body_whose_length_is_not_told_ends_the_connection_at_16_KB()
    {
        var chunks = string.Concat(Enumerable.Repeat($"1000\r\n{new string('a', 4_096)}\r\n", 100));

        var heard = await AskAsync($"GET /health/live HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");

        Assert.DoesNotContain("HTTP/1.1 5", heard, StringComparison.Ordinal);
    }

    private static void Refused(string heard, string status, string code)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", heard, StringComparison.Ordinal);
        Assert.Contains("Connection: close", heard, StringComparison.Ordinal);
        if (code.Length > 0) Assert.Contains($"\"code\":\"{code}\"", heard, StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string said) => RawConnection.AskAsync(feeds.Site.Client.BaseAddress!, said);
}

using FeedApi.Tests.Feeds;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Semantics;

/// <summary>What each method does on each kind of address.</summary>
public sealed class MethodTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private static readonly string[] Routes =
    [
        "/", "/feed", "/feed.rss", "/categories/News", "/categories/News/feed.atom", "/opml.xml", "/api/v1/site", "/api/v1/articles.csv",
        "/api/v1/articles/2024-01-01-one", "/api/v1/categories", "/openapi.json", "/health/live", "/.well-known/api-catalog",
    ];

    public static TheoryData<string> Refused() =>
        ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "CHECKOUT", "QUERY", "G%45T", "PRI"];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Another_method_is_refused_with_the_methods_that_there_are(string method)
    {
        foreach (var route in Routes)
        {
            var heard = await AskAsync($"{method} {route} HTTP/1.1");

            Assert.True(
                heard.StartsWith("HTTP/1.1 405 ", StringComparison.Ordinal) || heard.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal),
                $"{method} {route}: {heard}");
            if (heard.StartsWith("HTTP/1.1 405 ", StringComparison.Ordinal))
                Assert.Contains("\r\nAllow: GET, HEAD, OPTIONS\r\n", heard, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("CONNECT localhost:80 HTTP/1.1")]
    [InlineData("CONNECT /feed.rss HTTP/1.1")]
    [InlineData("PUT * HTTP/1.1")]
    [InlineData("GET * HTTP/1.1")]
    [InlineData("GET feed.rss HTTP/1.1")]
    public async Task A_target_of_another_form_is_an_error_of_the_client(string line) =>
        Assert.StartsWith("HTTP/1.1 4", await AskAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task The_server_as_a_whole_has_no_faults_with_OPTIONS() =>
        Assert.DoesNotContain("HTTP/1.1 5", await AskAsync("OPTIONS * HTTP/1.1"), StringComparison.Ordinal);

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task A_field_does_not_change_the_method(string field)
    {
        Assert.StartsWith("HTTP/1.1 405 ", await AskAsync("POST /feed.rss HTTP/1.1", field + ": GET"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync("GET /feed.rss HTTP/1.1", field + ": DELETE"), StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string line, params string[] fields) => RawConnection.AskAsync(
        feeds.Site.Client.BaseAddress!,
        $"{line}\r\n{string.Join("\r\n", (string[])["Host: localhost", .. fields])}\r\nConnection: close\r\n\r\n");
}

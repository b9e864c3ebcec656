using System.Net;
using FeedApi.Http.Hosting;
using FeedApi.Tests.Feeds;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>No request makes the server speak of a host that its operator did not name.</summary>
public sealed class HostTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private static readonly string[] Routes =
    [
        "/", "/feed", "/feed.rss", "/feed.atom", "/feed.json", "/feed.xml", "/categories/News", "/categories/NEWS",
        "/categories/News/feed.rss", "/opml.xml", "/api/v1/site", "/api/v1/articles?limit=1", "/api/v1/articles/2024-01-01-one",
        "/api/v1/categories", "/openapi.json", "/openapi.yaml", "/docs", "/docs/index.html", "/.well-known/api-catalog",
        "/health/live", "/health/ready", "/nothing", "/feed.rss?limit=0", "/News/2024/01/01/one.html",
    ];

    public static TheoryData<string> Foreign() =>
    [
        "Host: evil.test", "Host: evil.test:80", "Host: example.org.evil.test", "Host: evilexample.org", "Host: evil.example.org",
        "Host: example.org.", "Host: localhost.evil.test", "Host: 127.0.0.1.evil.test", "Host: 192.0.2.1", "Host: [2001:db8::1]",
        "Host: 0.0.0.0", "Host: 127.0.0.2", "Host: 127.1", "Host: 0x7f000001", "Host: 2130706433", "Host: xn--e1afmkfd.test",
        "Host: EVIL.TEST", "Host: evil.test:443", "Host: a.b.c.d.e.f.g", "Host: ", "Host: -",
    ];

    public static TheoryData<string> Malformed() =>
    [
        "Host: evil.test/feed", "Host: example.org@evil.test", "Host: example.org evil.test", "Host: example.org:evil",
        "Host: http://example.org", "Host: example.org,evil.test", "Host: evil\u00e9.test", "Host: example.org#evil",
        "Host: example.org?evil", "Host: example.org\\evil", "Host: [::1", "Host: [::]", "Host: example.org:80:80", "Host: <evil>",
    ];

    public static TheoryData<string> Forwarded() =>
    [
        "X-Forwarded-Host: evil.test", "X-Forwarded-Server: evil.test", "X-Forwarded-For: evil.test", "X-Forwarded-Proto: evil",
        "X-Forwarded-Port: 6666", "X-Forwarded-Prefix: /evil.test", "X-Forwarded-Scheme: evil", "X-Host: evil.test",
        "X-Original-Host: evil.test", "X-Original-URL: /evil.test", "X-Rewrite-URL: /evil.test", "X-HTTP-Host-Override: evil.test",
        "Forwarded: host=evil.test;proto=evil", "Forwarded: for=evil.test;by=evil.test", "X-Forwarded-Path: /evil.test",
        "X-Real-IP: evil.test", "Referer: https://evil.test/", "Origin: https://evil.test", "X-HTTP-Method-Override: DELETE",
    ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_name_that_is_not_the_servers_is_refused_on_every_route(string host)
    {
        foreach (var route in Routes)
        {
            var heard = await AskAsync(route, host);

            Assert.StartsWith("HTTP/1.1 400 ", heard, StringComparison.Ordinal);
            Assert.Contains("\"code\":\"host-not-allowed\"", heard, StringComparison.Ordinal);
            Assert.DoesNotContain("evil", heard, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_no_name_is_refused(string host)
    {
        var heard = await AskAsync("/feed.rss", host);

        Assert.StartsWith("HTTP/1.1 400 ", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", heard, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Forwarded))]
    public async Task A_field_that_names_another_host_changes_no_answer(string field)
    {
        foreach (var route in Routes)
        {
            var heard = await AskAsync(route, "Host: example.org", field);

            Assert.Equal(BodyOf(await AskAsync(route, "Host: example.org")), BodyOf(heard));
            Assert.DoesNotContain("evil", heard, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("6666", heard, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("EXAMPLE.org")]
    [InlineData("example.org:80")]
    [InlineData("example.org:8443")]
    [InlineData("localhost")]
    [InlineData("localhost:5000")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:5000")]
    [InlineData("[::1]")]
    [InlineData("[::1]:5000")]
    public async Task The_public_name_and_loopback_are_answered_with_the_same_bytes(string host) =>
        Assert.Equal(BodyOf(await AskAsync("/feed.rss", "Host: example.org")), BodyOf(await AskAsync("/feed.rss", "Host: " + host)));

    [Fact]
    public async Task A_check_in_HTTP_1_0_without_a_host_is_answered() => Assert.StartsWith(
        "HTTP/1.1 200 ",
        await RawConnection.AskAsync(feeds.Site.Client.BaseAddress!, "GET /health/live HTTP/1.0\r\n\r\n"),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_management_listener_has_the_same_names()
    {
        var heard = await RawConnection.AskAsync(
            feeds.Site.Management.BaseAddress!, "GET /api/v1/problems HTTP/1.1\r\nHost: evil.test\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeds.example.net", "feeds.example.net", true)]
    [InlineData("feeds.example.net", "example.net", false)]
    [InlineData("*.example.net", "a.example.net:80", true)]
    [InlineData("*.example.net", "a.b.EXAMPLE.net", true)]
    [InlineData("*.example.net", "example.net", false)]
    [InlineData("*.example.net", "aexample.net", false)]
    [InlineData("*", "evil.test", true)]
    [InlineData("[2001:db8::1]", "[2001:db8::1]:80", true)]
    [InlineData("a.example;b.example", "b.example", true)]
    public void AllowedHosts_adds_names(string allowed, string host, bool isAllowed) =>
        Assert.Equal(isAllowed, new AllowedHosts(allowed.Split(';')).Allows(host, local: null));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7:5000", "::ffff:192.0.2.7", true)]
    [InlineData("[2001:db8::7]:5000", "2001:db8::7", true)]
    [InlineData("192.0.2.8", "192.0.2.7", false)]
    [InlineData("192.0.519", "192.0.2.7", false)]
    [InlineData("3221225991", "192.0.2.7", false)]
    public void Who_asks_for_the_servers_own_address_means_the_server(string host, string local, bool isAllowed) =>
        Assert.Equal(isAllowed, new AllowedHosts([]).Allows(host, IPAddress.Parse(local)));

    [Fact]
    public void A_known_name_costs_no_memory()
    {
        var hosts = new AllowedHosts(["example.org"]);
        hosts.Allows("example.org:8080", IPAddress.Loopback);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++) hosts.Allows("Example.org:8080", IPAddress.Loopback);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string BodyOf(string heard) => heard[heard.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];

    private Task<string> AskAsync(string route, params string[] fields) => RawConnection.AskAsync(
        feeds.Site.Client.BaseAddress!, $"GET {route} HTTP/1.1\r\n{string.Join("\r\n", fields)}\r\nConnection: close\r\n\r\n");
}

using FeedApi.Tests.Http.Conformance;
using Xunit;

namespace FeedApi.Tests.Http.Caches;

/// <summary>Attempts to leave in a shared cache what the next client must not get.</summary>
public sealed class CachePoisoningTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private const string Foreign = "evil.example";

    private static readonly string[] Targets =
    [
        "/feed", "/feed.rss", "/feed.atom", "/feed.json", "/categories/News/feed.rss", "/opml.xml", "/openapi.yaml",
        "/openapi.json", "/.well-known/api-catalog", "/api/v1/articles", "/api/v1/articles/2024-01-01-one",
        "/api/v1/site", ConformanceSite.Article, "/", "/categories/News", "/nothing", "/Feed.rss", "/docs",
    ];

    // Each is one request; fields are parted by |, a method goes before a space.
    private static readonly string[] Attempts =
    [
        $"GET Host: {Foreign}", $"GET Host: {Foreign}:80", $"GET Host: example.org.{Foreign}",
        $"GET Host: {Foreign}/example.org", "GET Host: 127.0.0.1", "GET Host: LOCALHOST",
        $"GET X-Forwarded-Host: {Foreign}", $"GET X-Forwarded-Host: example.org, {Foreign}",
        $"GET X-Forwarded-Server: {Foreign}", $"GET X-Host: {Foreign}",
        $"GET X-Original-Host: {Foreign}", $"GET X-HTTP-Host-Override: {Foreign}",
        $"GET Forwarded: host={Foreign};proto=https", $"GET Forwarded: for=1.2.3.4;host=\"{Foreign}\"",
        "GET X-Forwarded-Proto: ftp", "GET X-Forwarded-Scheme: javascript", "GET X-Forwarded-Port: 1",
        $"GET X-Forwarded-Prefix: //{Foreign}", $"GET X-Forwarded-PathBase: /{Foreign}",
        "GET X-Original-URL: /nothing", "GET X-Rewrite-URL: /nothing", $"GET Origin: https://{Foreign}",
        $"GET Referer: https://{Foreign}/", $"GET X-Wap-Profile: http://{Foreign}/",
        $"GET Via: 1.1 {Foreign}", $"GET Cookie: a={Foreign}", $"GET User-Agent: {Foreign}",
        $"GET Accept-Language: {Foreign}", $"GET Accept: text/{Foreign}", $"GET Accept-Encoding: {Foreign}",
        "GET Range: bytes=0-1", "GET Range: bytes=99999999-", "GET If-None-Match: *",
        "GET If-Match: \"x\"", "GET If-Modified-Since: Fri, 01 Jan 2044 00:00:00 GMT",
        "GET If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "GET A-IM: feed|If-None-Match: \"x\"",
        "GET X-HTTP-Method-Override: DELETE", "GET Expect: 100-continue",
        "HEAD X: y", "OPTIONS Origin: https://a.example", "POST Content-Length: 0",
        "TRACE X: y", "GET Content-Encoding: gzip", "GET Upgrade: h2c|Connection: Upgrade",
    ];

    [Fact]
    public async Task No_request_names_a_host_that_an_answer_then_names()
    {
        foreach (var target in Targets)
        {
            foreach (var attempt in Attempts)
            {
                var answer = await SendAsync(site.Site.Client.BaseAddress!, attempt, target);
                var whole = answer.Text + string.Concat(answer.Fields.Select(field => field.Value));
                Assert.False(whole.Contains(Foreign, StringComparison.OrdinalIgnoreCase), $"{target} after {attempt}: {whole}");
            }
        }
    }

    [Fact]
    public async Task No_request_leaves_in_a_cache_what_the_next_client_does_not_ask_for()
    {
        await using var varnish = await Varnish.StartAsync(site.Site);
        var fresh = 0;
        foreach (var target in Targets)
        {
            var right = await site.GetAsync(target);
            foreach (var attempt in Attempts.Where(each => !each.Contains(" Host:", StringComparison.Ordinal)))
            {
                var unseen = Varnish.Unseen(target, ++fresh);
                await SendAsync(varnish.Address, attempt, unseen);

                var next = await varnish.GetAsync(unseen);

                Assert.True(right.Status == next.Status && Same(right, next), $"{target} after {attempt}: {next.Status}");
            }
        }
    }

    [Fact]
    public async Task A_part_of_a_file_is_never_taken_for_the_whole()
    {
        await using var varnish = await Varnish.StartAsync(site.Site);
        foreach (var first in (string[])["Range: bytes=0-1", "Range: bytes=99-", "If-Range: \"x\"|Range: bytes=0-1"])
        {
            foreach (var file in (string[])[ConformanceSite.Picture, ConformanceSite.Audio])
            {
                var unseen = Varnish.Unseen(file, first.Length);
                await varnish.GetAsync(unseen, first.Split('|'));
                Assert.Equal(
                    (200, (await site.GetAsync(file)).Text),
                    ((await varnish.GetAsync(unseen)).Status, (await varnish.GetAsync(unseen)).Text));
            }
        }
    }

    private static Task<RawAnswer> SendAsync(Uri server, string attempt, string target)
    {
        var space = attempt.IndexOf(' ', StringComparison.Ordinal);
        return RawHttp.SendAsync(server, attempt[..space], target, attempt[(space + 1)..].Split('|'));
    }

    // Varnish may ask for gzip and decode it, and then says so in the tag.
    private static bool Same(RawAnswer right, RawAnswer given) =>
        right.Text == given.Text
        && right["Content-Type"] == given["Content-Type"]
        && right["Location"] == given["Location"]
        && given["Content-Encoding"] is null;
}

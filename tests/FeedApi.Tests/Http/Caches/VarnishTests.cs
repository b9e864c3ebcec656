using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Conformance;
using Xunit;

namespace FeedApi.Tests.Http.Caches;

/// <summary>A shared cache hits, asks again with conditions, and gives nobody what was made for another.</summary>
public sealed class VarnishTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private static readonly string[] Targets =
    [
        "/feed", "/feed.rss", "/categories/News/feed.atom", "/opml.xml", "/openapi.yaml",
        "/api/v1/articles", "/api/v1/articles/2024-01-01-one", ConformanceSite.Article, "/"
    ];

    // Varnish decodes gzip itself unless told otherwise; then only Vary keeps the codings apart.
    private static readonly string[] WithoutItsOwnGzip = ["-p", "http_gzip_support=off"];

    [Fact]
    public async Task It_hits()
    {
        await using var varnish = await Varnish.StartAsync(site.Site);
        foreach (var target in (string[])[.. Targets, ConformanceSite.Picture])
        {
            var first = await varnish.GetAsync(target);
            var second = await varnish.GetAsync(target);

            Assert.Equal((target, 200, false, true), (target, first.Status, Varnish.IsHit(first), Varnish.IsHit(second)));
            Assert.Equal((first.Text, first["ETag"]), (second.Text, second["ETag"]));
        }
    }

    [Fact]
    public async Task It_answers_conditions_by_itself()
    {
        await using var varnish = await Varnish.StartAsync(site.Site);
        foreach (var target in Targets)
        {
            var tag = (await varnish.GetAsync(target))["ETag"];
            var unchanged = await varnish.GetAsync(target, "If-None-Match: " + tag);
            Assert.Equal((target, 304, true), (target, unchanged.Status, Varnish.IsHit(unchanged)));
        }
    }

    [Theory]
    [InlineData("/feed.rss?brief=1")]
    [InlineData("/feed?brief=1")]
    [InlineData("/categories/News?brief=1")]
    public async Task What_is_no_longer_fresh_is_asked_for_with_conditions(string target)
    {
        await using var varnish = await Varnish.StartAsync(site.Site);
        var first = await varnish.GetAsync(target);
        RawAnswer? later = null;

        await TestSite.UntilAsync(async () => (later = await varnish.GetAsync(target))["X-Revalidated"] is "yes", "the copy is confirmed");

        Assert.Equal((200, first.Text, first["ETag"]), (later!.Status, later.Text, later["ETag"]));
        Assert.Equal(first["Vary"], later["Vary"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_gets_a_coding_that_another_asked_for(bool usesItsOwnGzip)
    {
        await using var varnish = await Varnish.StartAsync(site.Site, usesItsOwnGzip ? [] : WithoutItsOwnGzip);
        (string Accepted, string[] Given)[] codings =
        [
            ("gzip", ["gzip"]), ("br", ["br"]), ("identity", []), ("gzip, br", ["gzip", "br"]),
            ("gzip;q=0", []), ("br;q=0.5, gzip;q=0.1", ["gzip", "br"]), ("", []),
        ];
        foreach (var target in Targets)
        {
            var whole = (await site.GetAsync(target)).Body;
            // Each as the first and after each other.
            foreach (var (accepted, given) in (IEnumerable<(string, string[])>)[.. codings, .. codings.Reverse(), .. codings])
            {
                var answer = await varnish.GetAsync(target, "Accept-Encoding: " + accepted);
                if (answer["Content-Encoding"] is { } coding) Assert.Contains(coding, given);
                Assert.Equal(whole, answer.Decoded());
            }
        }
    }

    [Fact]
    public async Task Nobody_gets_a_format_that_another_asked_for()
    {
        await using var varnish = await Varnish.StartAsync(site.Site);
        (string Accept, string Type)[] choices =
        [
            ("application/atom+xml", "application/atom+xml"),
            ("application/feed+json", "application/feed+json"), ("text/html", "text/html"),
            ("*/*", "application/rss+xml"), ("application/atom+xml;q=0.1, application/rss+xml", "application/rss+xml"),
        ];
        foreach (var target in (string[])["/feed", "/categories/News/feed"])
        {
            foreach (var (accept, type) in (IEnumerable<(string, string)>)[.. choices, .. choices.Reverse(), .. choices])
            {
                var answer = await varnish.GetAsync(target, "Accept: " + accept);
                Assert.StartsWith(type, answer["Content-Type"], StringComparison.Ordinal);
                Assert.Equal((await site.GetAsync(target, "Accept: " + accept)).Text, answer.Text);
            }
        }
    }
}

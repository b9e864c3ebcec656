using System.Net;
using System.Xml.Linq;
using FeedApi.Commands;
using FeedApi.Site;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;
using static FeedApi.Tests.Feeds.Aliases.FeedAliasSite;

namespace FeedApi.Tests.Feeds.Aliases;

public sealed class FeedAliasTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Theory]
    [InlineData("/feed.xml", "/feed.atom")]
    [InlineData("/atom.xml", "/feed.atom")]
    [InlineData("/rss.xml", "/feed.rss")]
    [InlineData("/index.xml", "/feed.rss")]
    [InlineData("/categories/News/index.xml", "/categories/News/feed.rss")]
    [InlineData("/tags/b/index.xml", "/tags/b/feed.rss")]
    [InlineData("/tags/b/atom.xml", "/tags/b/feed.atom")]
    [InlineData("/categories/News/rss.xml", "/categories/News/feed.rss")]
    [InlineData("/authors/ann/index.xml", "/authors/ann/feed.rss")]
    [InlineData("/feed/", "/feed.rss")]
    [InlineData("/feed/rss2/", "/feed.rss")]
    [InlineData("/feed/rss2", "/feed.rss")]
    [InlineData("/feed/rss/", "/feed.rss")]
    [InlineData("/feed/atom/", "/feed.atom")]
    [InlineData("/feed/atom", "/feed.atom")]
    [InlineData("/category/News/feed/", "/categories/News/feed.rss")]
    [InlineData("/category/News/feed", "/categories/News/feed.rss")]
    [InlineData("/category/News/feed/rss2/", "/categories/News/feed.rss")]
    [InlineData("/category/News/feed/rss", "/categories/News/feed.rss")]
    [InlineData("/category/News/feed/atom/", "/categories/News/feed.atom")]
    [InlineData("/tag/b/feed/", "/tags/b/feed.rss")]
    [InlineData("/tag/b/feed/atom", "/tags/b/feed.atom")]
    [InlineData("/author/ann/feed/", "/authors/ann/feed.rss")]
    [InlineData("/author/%E5%BC%A0%E4%B8%89/feed/", "/authors/%E5%BC%A0%E4%B8%89/feed.rss")]
    [InlineData("/feed/rdf/", "/feed.rss")]
    [InlineData("/tag/b/feed/rdf/", "/tags/b/feed.rss")]
    [InlineData("/category/parent/news/feed/", "/categories/News/feed.rss")]
    [InlineData("/category/grandparent/parent/news/feed/atom/", "/categories/News/feed.atom")]
    [InlineData("/rss/", "/feed.rss")]
    [InlineData("/rss", "/feed.rss")]
    [InlineData("/tag/b/rss/", "/tags/b/feed.rss")]
    [InlineData("/author/ann/rss/", "/authors/ann/feed.rss")]
    [InlineData("/category/news/feed/", "/categories/News/feed.rss")]
    [InlineData("/category/NEWS/feed/?limit=1", "/categories/News/feed.rss?limit=1")]
    [InlineData("/Feed.XML?content=summary&utm_source=x", "/feed.atom?content=summary")]
    [InlineData("/category/%e6%b5%b7/feed/atom/", "/categories/%E6%B5%B7/feed.atom")]
    public Task An_alias_is_our_feed(string alias, string canonical) => AssertSameAsync(feeds.Site, alias, canonical);

    [Theory]
    [InlineData("/2024/feed/", "/feed.rss?from=2024-01-01&to=2024-12-31")]
    [InlineData("/2024/01/feed/", "/feed.rss?from=2024-01-01&to=2024-01-31")]
    [InlineData("/2024/2/feed/atom/", "/feed.atom?from=2024-02-01&to=2024-02-29")]
    [InlineData("/2024/01/02/feed/rss2/?limit=1&from=2020-01-01", "/feed.rss?from=2024-01-02&to=2024-01-02&limit=1")]
    [InlineData("/search/post%20-%22second%20post%22/feed/", "/feed.rss?q=post+-%22second+post%22")]
    [InlineData("/search/%E4%B8%89/feed/atom", "/feed.atom?q=%E4%B8%89")]
    public async Task The_days_or_words_of_an_address_are_a_filter(string alias, string canonical)
    {
        using var expected = await feeds.Site.GetAsync(canonical);
        using var response = await feeds.Site.GetAsync(alias);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (expected.StatusCode, response.StatusCode));
        // Its own address is the canonical one, in which days are instants.
        var location = response.Content.Headers.ContentLocation!.PathAndQuery;
        Assert.Equal(await BytesAsync(await feeds.Site.GetAsync(location)), await BytesAsync(response));
        Assert.Equal(GuidsOf(await feeds.Site.XmlAsync(canonical)), GuidsOf(await feeds.Site.XmlAsync(location)));
    }

    [Theory]
    [InlineData("/2024/13/feed/")]
    [InlineData("/2024/02/30/feed/")]
    [InlineData("/0000/feed/")]
    public async Task There_is_no_feed_of_days_that_are_none(string address) =>
        Assert.Equal((404, "unknown-address"), await ProblemAsync(feeds.Site, address));

    [Fact]
    public async Task A_feed_at_an_alias_names_our_address_as_its_own()
    {
        using var response = await feeds.Site.GetAsync("/category/news/feed/atom/");

        Assert.Contains("<https://example.org/categories/News/feed.atom>; rel=\"self\"", response.Field("Link"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_answers_HEAD_as_GET_without_a_body()
    {
        using var get = await feeds.Site.GetAsync("/feed.xml");
        using var head = await feeds.Site.SendAsync(HttpMethod.Head, "/feed.xml");

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.FieldNames().Order(), head.FieldNames().Order());
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await BytesAsync(head));
    }

    [Fact]
    public async Task An_alias_answers_304_to_the_tag_of_the_feed()
    {
        using var feed = await feeds.Site.GetAsync("/categories/News/feed.rss");
        using var response = await feeds.Site.GetAsync("/category/news/feed/", "If-None-Match: " + feed.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("https://example.org/categories/News/feed.rss", response.Field("Content-Location"));
    }

    [Fact]
    public async Task An_alias_is_compressed_as_the_feed_is()
    {
        using var feed = await feeds.Site.GetAsync("/feed.atom", "Accept-Encoding: gzip");
        using var response = await feeds.Site.GetAsync("/feed.xml", "Accept-Encoding: gzip");

        Assert.Equal("gzip", response.Field("Content-Encoding"));
        Assert.Equal(feed.Headers.ETag, response.Headers.ETag);
        Assert.Equal(await BytesAsync(feed), await BytesAsync(response));
    }

    [Theory]
    [InlineData("/category/nothing/feed/", "unknown-category")]
    [InlineData("/tag/nothing/rss/", "unknown-tag")]
    [InlineData("/author/nothing/feed/atom", "unknown-author")]
    [InlineData("/categories/nothing/index.xml", "unknown-category")]
    public async Task An_unknown_term_is_told(string address, string code) =>
        Assert.Equal((404, code), await ProblemAsync(feeds.Site, address));

    [Fact]
    public async Task A_wrong_parameter_is_told() =>
        Assert.Equal((400, "bad-parameter"), await ProblemAsync(feeds.Site, "/feed.xml?limit=0"));

    [Fact]
    public async Task A_site_may_have_aliases_of_its_own()
    {
        await using var site = await StartAsync("""
            feed: {path: /old/main.xml}
            feedapi:
              feed_aliases:
                /old/news.xml: /categories/news/feed.rss
                /old/main.xml: /feed.json
                /feed.xml: /feed.rss
                /旧/订阅: /feed
                /old/gone: /tags/gone/feed.atom
            """);

        await AssertSameAsync(site, "/old/news.xml", "/categories/News/feed.rss");
        await AssertSameAsync(site, "/old/main.xml", "/feed.json");
        await AssertSameAsync(site, "/feed.xml", "/feed.rss");
        await AssertSameAsync(site, "/%E6%97%A7/%E8%AE%A2%E9%98%85/", "/feed.rss");
        Assert.Equal((404, "unknown-tag"), await ProblemAsync(site, "/old/gone"));
        using var negotiated = await site.GetAsync("/%E6%97%A7/%E8%AE%A2%E9%98%85", "Accept: application/atom+xml");
        Assert.Equal("https://example.org/feed.atom", negotiated.Field("Content-Location"));
        Assert.Contains("Accept", negotiated.Headers.Vary);
    }

    [Fact]
    public async Task A_site_below_a_path_has_its_aliases_there()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org/blog"] };
        Fill(site.Content, "feed: {path: atom/all.xml}");
        await site.StartAsync();

        using var response = await site.GetAsync("/blog/atom/all.xml");

        Assert.Equal("https://example.org/blog/feed.atom?limit=10", response.Field("Content-Location"));
    }

    [Theory]
    [InlineData(
        "/old.xml: /feed.rdf",
        "_config.yml:3: feedapi.feed_aliases: /old.xml points to \"/feed.rdf\"; it must point to a feed of FeedApi such as")]
    [InlineData("/old.xml: /categories/a/b/feed.rss", "it must point to a feed of FeedApi")]
    [InlineData("/old.xml: /feed.rss?limit=5", "it must point to a feed of FeedApi")]
    [InlineData("/feed.rss: /feed.atom", "/feed.rss is an address that FeedApi itself uses")]
    [InlineData("/: /feed.atom", "/ is an address that FeedApi itself uses")]
    [InlineData("/categories/news: /feed.atom", "/categories/news is an address that FeedApi itself uses")]
    public void A_wrong_alias_stops_the_start(string entry, string expected)
    {
        using var content = new ContentFolder();
        content.With("_config.yml", $"feedapi:\n  feed_aliases:\n    {entry}\n");

        var failure = Assert.Throws<SiteConfigException>(() => FeedServer.Create(
            [
                "--content", content.Path, "--data", content.Path + "-data", "--urls",
                "http://127.0.0.1:0", "--Site:Url", "https://example.org"
            ]));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private static string[] GuidsOf(XElement feed) =>
        [.. feed.Descendants().Where(element => element.Name.LocalName is "guid" or "id").Select(id => id.Value)];
}

using System.Net;
using System.Xml.Linq;
using Xunit;
using static FeedApi.Tests.Feeds.Aliases.FeedAliasSite;

namespace FeedApi.Tests.Feeds.Aliases;

public sealed class JekyllFeedTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feed/News.xml")]
    [InlineData("/feed/by_tag/b.xml")]
    public async Task The_feeds_of_jekyll_feed_are_those_of_Jekyll_sites(string address) =>
        Assert.Equal((404, "unknown-address"), await ProblemAsync(feeds.Site, address));

    [Fact]
    public async Task A_site_with_the_plugin_has_a_feed_of_every_category()
    {
        await using var site = await StartAsync("plugins: [jekyll-feed]");

        await AssertSameAsync(site, "/feed.xml", "/feed.atom?limit=10");
        await AssertSameAsync(site, "/feed/News.xml", "/categories/News/feed.atom?limit=10");
        await AssertSameAsync(site, "/feed/news.xml", "/categories/News/feed.atom?limit=10");
        await AssertSameAsync(site, "/feed/%E6%B5%B7.xml", "/categories/%E6%B5%B7/feed.atom?limit=10");
        await AssertSameAsync(site, "/feed/v1.0.xml", "/categories/v1.0/feed.atom?limit=10");
        Assert.Equal((404, "unknown-category"), await ProblemAsync(site, "/feed/nothing.xml"));
        Assert.Equal((404, "unknown-address"), await ProblemAsync(site, "/feed/by_tag/b.xml"));
    }

    [Fact]
    public async Task Settings_of_jekyll_feed_choose_addresses()
    {
        await using var site = await StartAsync(
            "feed: {path: 'news/{all}.xml', tags: {path: /by-tag-, except: [A]}, disable_in_development: true}");

        await AssertSameAsync(site, "/news/%7Ball%7D.xml", "/feed.atom?limit=10");
        await AssertSameAsync(site, "/feed.xml", "/feed.atom?limit=10");
        await AssertSameAsync(site, "/feed/news.xml", "/categories/News/feed.atom?limit=10");
        await AssertSameAsync(site, "/by-tag-b.xml", "/tags/b/feed.atom?limit=10");
        Assert.Equal((404, "unknown-tag"), await ProblemAsync(site, "/by-tag-a.xml"));
    }

    [Fact]
    public async Task The_path_of_the_collection_of_posts_is_that_of_the_main_feed()
    {
        await using var site = await StartAsync("feed: {collections: {posts: {path: /all.xml}}}");

        await AssertSameAsync(site, "/all.xml", "/feed.atom?limit=10");
    }

    [Fact]
    public async Task A_post_may_show_nothing_but_its_excerpt()
    {
        await using var site = await Hosting.TestSite.StartAsync(content => content
            .With("_config.yml", "title: Tides\nplugins: [jekyll-feed]\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\nfeed: {excerpt_only: true}\n---\nFirst.\n\nHidden.\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\nfeed: {excerpt_only: false}\n---\nFirst.\n\nShown.\n"));

        foreach (var address in (string[])["/feed.xml", "/feed.rss", "/feed.json"])
        {
            var text = await site.TextAsync(address);
            Assert.Contains("Shown", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("feed: {tags: true}", "/feed/by_tag/b.xml", true)]
    [InlineData("feed: {tags: {only: [b]}}", "/feed/by_tag/B.xml", true)]
    [InlineData("feed: {tags: {only: [b]}}", "/feed/by_tag/a.xml", false)]
    [InlineData("feed: {tags: {only: [a, b], except: b}}", "/feed/by_tag/b.xml", false)]
    [InlineData("feed: {tags: false}", "/feed/by_tag/b.xml", false)]
    public async Task Tags_have_feeds_where_jekyll_feed_had_them(string settings, string address, bool exists)
    {
        await using var site = await StartAsync(settings);
        using var response = await site.GetAsync(address);

        Assert.Equal(exists ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_posts_limit_is_the_default_length_of_feeds()
    {
        await using var site = await StartAsync("feed: {posts_limit: 2}");

        await AssertSameAsync(site, "/feed.xml", "/feed.atom");
        Assert.Equal(2, (await site.JsonAsync("/feed.json"))["items"]!.AsArray().Count);
        Assert.Equal(2, (await site.JsonAsync("/feed.json?limit=2"))["items"]!.AsArray().Count);
        Assert.Equal(4, (await site.JsonAsync("/feed.json?limit=20"))["items"]!.AsArray().Count);
        Assert.Equal("https://example.org/feed.json?limit=20", (string?)(await site.JsonAsync("/feed.json?limit=20"))["feed_url"]);
        Assert.Equal(4, (await site.IdsAsync()).Length);
    }

    [Fact]
    public async Task Excerpts_only_is_the_default_content_of_feeds()
    {
        await using var site = await StartAsync("feed: {excerpt_only: true}");

        var byDefault = await site.XmlAsync("/feed.xml");
        Assert.Empty(byDefault.Descendants(Atom + "content"));
        Assert.Equal(4, byDefault.Descendants(Atom + "summary").Count());
        Assert.Equal(4, (await site.XmlAsync("/feed.xml?content=full")).Descendants(Atom + "content").Count());
        Assert.Equal("https://example.org/feed.json?content=full", (string?)(await site.JsonAsync("/feed.json?content=full"))["feed_url"]);
        Assert.Equal("https://example.org/feed.json", (string?)(await site.JsonAsync("/feed.json"))["feed_url"]);
    }
}

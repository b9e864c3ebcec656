using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;
using static FeedApi.Tests.Feeds.Aliases.FeedAliasSite;

namespace FeedApi.Tests.Feeds.Aliases;

/// <summary>Who gets an address that a feed, an article and a file may all want.</summary>
public sealed class FeedAliasClaimTests
{
    [Fact]
    public async Task Of_two_that_claim_an_address_the_one_named_first_in_the_README_has_it()
    {
        await using var site = await StartAsync(
            "feed: {path: /feed.rss, tags: {path: /feed/}}\nfeedapi: {feed_aliases: {/feed/a.xml: /feed.json}}");

        Assert.Equal("rss", (await site.XmlAsync("/feed.rss")).Name.LocalName);
        await AssertSameAsync(site, "/feed/a.xml", "/feed.json");
        await AssertSameAsync(site, "/feed/b.xml", "/tags/b/feed.atom?limit=10");
        Assert.Equal((404, "unknown-tag"), await ProblemAsync(site, "/feed/News.xml"));
    }

    [Fact]
    public async Task A_file_of_the_site_at_the_address_of_a_feed_is_not_shown()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            Fill(content, "");
            content.With("feed.xml", "<file/>").With("other.xml", "<file/>");
        });

        await AssertSameAsync(site, "/feed.xml", "/feed.atom");
        Assert.Equal("<file/>", await site.TextAsync("/other.xml"));
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/rss.xml")]
    [InlineData("/index.xml")]
    [InlineData("/rss/")]
    [InlineData("/feed/rss2/")]
    [InlineData("/feed/atom")]
    [InlineData("/tags/b/index.xml")]
    [InlineData("/tags/b/atom.xml")]
    [InlineData("/category/b/feed/")]
    [InlineData("/category/b/feed/atom")]
    [InlineData("/author/b/rss")]
    [InlineData("/tag/b/feed/rdf")]
    [InlineData("/category/a/b/feed/")]
    [InlineData("/search/tide/feed/")]
    [InlineData("/2024/01/feed/")]
    [InlineData("/2024/feed/atom")]
    [InlineData("/feed/b.xml")]
    [InlineData("/by/b.xml")]
    [InlineData("/main.xml")]
    [InlineData("/old/b")]
    public async Task No_article_can_have_the_address_of_a_feed(string permalink)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "feed: {path: main.xml, tags: {path: by/}}\nfeedapi: {feed_aliases: {/old/b/: /feed.rss}}\n")
            .With("_posts/2024-01-01-b.md", $"---\ntitle: B\ncategory: b\ntags: b\nauthor: b\npermalink: {permalink}\n---\nB.\n"));

        Assert.Equal(
            "/articles/2024-01-01-b", new Uri((string)(await site.JsonAsync("/api/v1/articles/2024-01-01-b"))["url"]!).AbsolutePath);
        Assert.Equal("bad-slug", (string?)(await site.ProblemsAsync()).Single()!["code"]);
        Assert.NotNull((await site.GetAsync(permalink)).Field("Content-Location"));
    }

    [Theory]
    [InlineData("/category/b/")]
    [InlineData("/category/b/feed/c")]
    [InlineData("/category/b/rss")]
    [InlineData("/2024/01/02/feed.html")]
    [InlineData("/20240/feed")]
    [InlineData("/tag/a/b/feed")]
    [InlineData("/by/c/b.xml")]
    [InlineData("/feed/b")]
    [InlineData("/feed/c/b.xml")]
    public async Task Other_addresses_stay_free_for_articles(string permalink)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "feed: {tags: {path: by/}}\n")
            .With("_posts/2024-01-01-b.md", $"---\ntitle: B\ncategory: b\npermalink: {permalink}\n---\nB.\n"));

        Assert.Equal(permalink, new Uri((string)(await site.JsonAsync("/api/v1/articles/2024-01-01-b"))["url"]!).AbsolutePath);
        Assert.Empty(await site.ProblemsAsync());
        Assert.Contains("<h1", await site.TextAsync(permalink), StringComparison.Ordinal);
    }
}

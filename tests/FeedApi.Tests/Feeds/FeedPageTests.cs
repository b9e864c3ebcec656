using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace FeedApi.Tests.Feeds;

public sealed class FeedPageTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private const string Browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/feed", "https://example.org/feed", "https://example.org/")]
    [InlineData("/categories/News/feed", "https://example.org/categories/News/feed", "https://example.org/categories/News")]
    [InlineData("/authors/ann/feed", "https://example.org/authors/ann/feed", "https://example.org/authors/ann")]
    public async Task V2_a_browser_gets_a_page_with_the_addresses_to_copy_and_the_articles(string address, string feed, string home)
    {
        var page = await PageAsync(address);

        Assert.Equal(
            [feed + ".rss", feed + ".atom", feed + ".json"], page.QuerySelectorAll(".addresses code").Select(each => each.TextContent));
        Assert.NotNull(page.QuerySelector($"main a[href='{home}']"));
        Assert.Contains("One", page.QuerySelectorAll("article h3").Select(each => each.TextContent));
    }

    [Fact]
    public async Task V2_a_selection_keeps_its_query_in_every_address()
    {
        var page = await PageAsync("/feed?limit=1&tag=a");

        Assert.Equal("https://example.org/feed.rss?tag=a&limit=1", page.QuerySelector(".addresses code")!.TextContent);
        Assert.Equal("Tides & <Times>: a", page.QuerySelector("h1")!.TextContent);
        Assert.Single(page.QuerySelectorAll("article"));
    }

    [Fact]
    public async Task V3_the_page_has_no_script_a_policy_and_autodiscovery_with_distinct_titles()
    {
        using var response = await feeds.Site.GetAsync("/feed", Browser);
        var page = await PageAsync("/feed");

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Contains("script-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var titles = page.QuerySelectorAll("link[rel=alternate]").Select(each => each.GetAttribute("title")).ToList();
        Assert.Equal(3, titles.Count);
        Assert.Distinct(titles);
    }

    [Fact]
    public async Task H10_the_page_varies_by_Accept_and_has_a_tag_of_its_own()
    {
        using var page = await feeds.Site.GetAsync("/feed", Browser);
        using var feed = await feeds.Site.GetAsync("/feed");
        using var again = await feeds.Site.GetAsync("/feed", Browser, "If-None-Match: " + page.Headers.ETag);

        Assert.NotEqual(feed.Headers.ETag, page.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.All([page, again], answer => Assert.Contains("Accept", answer.Headers.Vary));
    }

    [Fact]
    public async Task Another_spelling_of_a_term_redirects_a_browser_too()
    {
        using var response = await feeds.Site.GetAsync("/categories/NEWS/feed", Browser);

        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/categories/News/feed"), (response.StatusCode, response.Headers.Location!.AbsolutePath));
    }

    private async Task<IDocument> PageAsync(string address)
    {
        using var response = await feeds.Site.GetAsync(address, Browser);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages.Crawlers;

/// <summary>What crawlers find: the sitemap and robots.txt.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    [Fact]
    public async Task Robots_lead_to_the_index_and_that_to_every_page_of_the_site()
    {
        await using var site = await StartAsync();

        var index = (await site.TextAsync("/robots.txt")).Split("Sitemap: ")[1].Trim();
        var parts = (await site.XmlAsync(SitePages.PathOf(index))).Elements(Sitemap + "sitemap").Select(LocationOf).ToArray();
        List<string> found = [];
        foreach (var part in parts) found.AddRange((await site.XmlAsync(part)).Elements(Sitemap + "url").Select(LocationOf));

        Assert.Equal(["/sitemap/pages.xml", "/sitemap/articles-1.xml"], parts);
        Assert.Equal(
            [
                "/", "/articles/2024-01-01-one", "/articles/2024-01-02-two", "/authors", "/authors/Ann", "/categories",
                "/categories/%E6%B5%B7", "/categories/News", "/tags", "/tags/a",
            ],
            found.Order(StringComparer.Ordinal));
        foreach (var address in found) Assert.Equal(200, await site.StatusAsync(address));
    }

    [Fact]
    public async Task Articles_come_with_their_change_and_image()
    {
        await using var site = await StartAsync();

        var articles = (await site.XmlAsync("/sitemap/articles-1.xml")).Elements(Sitemap + "url").ToArray();

        Assert.Equal("2024-01-01T08:00:00Z", (string)articles[0].Element(Sitemap + "lastmod")!);
        Assert.Equal("https://example.org/assets/sea.png", (string)articles[0].Element(Image + "image")!.Element(Image + "loc")!);
        Assert.Null(articles[1].Element(Image + "image"));
    }

    [Fact]
    public async Task Articles_of_the_last_two_days_are_news()
    {
        var clock = new SteppedClock();
        clock.Set(new DateTimeOffset(2024, 1, 3, 9, 0, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow());
        await using var site = await StartAsync(clock);

        var news = Assert.Single((await site.XmlAsync("/sitemap/news-1.xml")).Elements(Sitemap + "url"));
        Assert.Equal("/articles/2024-01-02-two", LocationOf(news));
        var described = news.Element(News + "news")!;
        Assert.Equal("Tides", (string)described.Element(News + "publication")!.Element(News + "name")!);
        Assert.Equal("zh-cn", (string)described.Element(News + "publication")!.Element(News + "language")!);
        Assert.Equal("2024-01-02T10:00:00+08:00", (string)described.Element(News + "publication_date")!);
        Assert.Equal("两 & 二", (string)described.Element(News + "title")!);
        Assert.Contains("news-1.xml", await site.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sitemap/articles-2.xml")]
    [InlineData("/sitemap/articles-01.xml")]
    [InlineData("/sitemap/articles-0.xml")]
    [InlineData("/sitemap/news-1.xml")]
    [InlineData("/sitemap/articles-1")]
    [InlineData("/sitemap/others.xml")]
    public async Task Parts_that_would_be_empty_are_not_there(string address)
    {
        await using var site = await StartAsync();
        Assert.Equal(404, await site.StatusAsync(address));
    }

    private static string LocationOf(XElement entry) => SitePages.PathOf((string)entry.Element(Sitemap + "loc")!);

    // The hidden ones, and the one that leads elsewhere, are nowhere.
    private static Task<TestSite> StartAsync(TimeProvider? clock = null) => TestSite.StartAsync(
        content => content
            .With("_config.yml", "title: Tides\nurl: https://example.org\nlang: zh-CN\n")
            .With("assets/sea.png", "x")
            .With(
                "_posts/2024-01-01-one.md",
                "---\ntitle: One\ndate: 2024-01-01 08:00:00 +0000\nimage: /assets/sea.png\ncategory: News\nauthor: Ann\ntags: [a]\n"
                    + "---\nx\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: 两 & 二\ndate: 2024-01-02 10:00:00 +0800\ncategory: 海\n---\nx\n")
            .With("_posts/2024-01-02-hidden.md", "---\ntitle: H\npublished: false\ntags: [hidden]\n---\nx\n")
            .With("_posts/2099-01-02-future.md", "---\ntitle: F\ntags: [future]\n---\nx\n")
            .With("_posts/2023-01-02-away.md", "---\ntitle: Away\nredirect_to: https://example.com/x\n---\nx\n"),
        clock);
}

using FeedApi.Http.Semantics;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Pages;

public sealed class ArticlePageTests(PageSite pages) : IClassFixture<PageSite>
{
    private const string One = "/articles/2024-01-01-one";

    private TestSite Site => pages.Site;

    [Fact]
    public async Task A_title_with_markup_quotes_and_emoji_is_shown_as_text()
    {
        const string Title = "<script>alert(1)</script> & \"quotes\" 'too' 🌊";
        var page = await Site.PageAsync("/articles/2024-01-02-two");

        Assert.Equal(Title, page.Only("h1").TextContent);
        Assert.Equal(Title + " - Tides & <Times>", page.Title);
        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json'])"));
    }

    [Theory]
    [InlineData(One, "en", "zh-CN")]
    [InlineData("/articles/2024-01-03-three", "zh-CN", null)]
    public async Task A_page_speaks_the_language_of_its_article_inside_that_of_the_site(string address, string language, string? around)
    {
        var page = await Site.PageAsync(address);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(around, page.Value("body > header", "lang"));
        Assert.Equal(around, page.Value("body > footer", "lang"));
        Assert.Equal(around, page.Value(".facts", "lang"));
    }

    [Fact]
    public async Task The_day_of_an_update_is_shown_beside_that_of_publication() => Assert.Equal(
        ["2024-01-01T00:00:00+08:00", "2024-01-09T08:00:00+08:00"], (await Site.PageAsync(One)).Values(".facts time", "datetime"));

    [Fact]
    public async Task An_article_without_update_shows_one_date() =>
        Assert.Equal(["2024-01-02T00:00:00+08:00"], (await Site.PageAsync("/articles/2024-01-02-two")).Values(".facts time", "datetime"));

    [Fact]
    public async Task Sound_can_be_played_and_every_enclosure_fetched()
    {
        var page = await Site.PageAsync(One);

        Assert.Equal("https://example.org/sound/one.mp3", page.Value(".enclosures audio", "src"));
        Assert.True(page.Only(".enclosures audio").HasAttribute("controls"));
        Assert.Equal(["https://example.org/sound/one.mp3", "https://example.org/papers/one.pdf"], page.Values(".enclosures a", "href"));
        Assert.Equal(["audio/mpeg", "application/pdf"], page.Values(".enclosures a", "type"));
    }

    [Fact]
    public async Task Terms_of_an_article_are_linked()
    {
        var page = await Site.PageAsync("/articles/2024-01-03-three");

        Assert.Equal(
            ["/authors/ann", "/authors/Bob", "/categories/%E6%B5%B7", "/categories/%E6%B5%AA-%E8%8A%B1"],
            page.Values(".facts a", "href").Select(SitePages.PathOf));
    }

    [Fact]
    public async Task The_article_that_a_post_is_taken_from_is_linked() => Assert.Contains(
        "https://elsewhere.example/one?a=1&b=2", (await Site.PageAsync(One)).Values("main > ul a", "href"));

    [Fact]
    public async Task Nothing_of_a_post_runs()
    {
        var page = await Site.PageAsync(One);

        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), style, [style], [onclick], iframe"));
        Assert.Contains("Its end.", page.Only(".body").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_within_an_article_finds_its_target()
    {
        var page = await Site.PageAsync(One);
        var fragment = Assert.Single(page.Values(".body a", "href"), link => link.Contains('#', StringComparison.Ordinal)).Split('#')[1];

        Assert.Equal("Part", page.GetElementById(fragment)?.TextContent);
    }

    [Fact]
    public async Task An_article_without_body_and_terms_is_a_page()
    {
        var page = await Site.PageAsync("/articles/2024-01-04-%E5%9B%9B-4");

        Assert.Equal("四", page.Only("h1").TextContent);
        Assert.Equal("四", page.Value("meta[name=description]", "content"));
    }

    [Theory]
    [InlineData("/old/one")]
    [InlineData("/old/one/")]
    [InlineData("/older/one/")]
    [InlineData("/older/one")]
    [InlineData("/%E6%97%A7/%E4%B8%80")]
    [InlineData("/%E6%97%A7/%E4%B8%80/")]
    [InlineData("/old%20one")]
    [InlineData("/articles/2024-01-01-one/")]
    public async Task An_old_address_moves_to_the_article(string address) =>
        Assert.Equal((301, "https://example.org" + One), await Site.RedirectAsync(address));

    [Theory]
    [InlineData("/articles")]
    [InlineData("/articles/")]
    [InlineData("/articles/nothing")]
    [InlineData("/articles/2024-01-01-One")]
    [InlineData("/nothing")]
    [InlineData("//")]
    [InlineData("/articles//2024-01-01-one")]
    [InlineData("/articles/./2024-01-01-one/x")]
    [InlineData("/articles%2f2024-01-01-one")]
    [InlineData("/articles/%ff%fe")]
    [InlineData("/articles/%ed%a0%80")]
    [InlineData("/articles/%25")]
    [InlineData("/articles/%")]
    [InlineData("/categories/%ff")]
    [InlineData("/categories/News%2f")]
    [InlineData("/categories/News/x")]
    [InlineData("/categories/%e2%80%ae")]
    public async Task There_is_nothing_at_any_other_address(string target)
    {
        using var response = await Site.GetUntidyAsync(target);
        Assert.Equal((404, "application/problem+json"), ((int)response.StatusCode, response.Field("Content-Type")));
    }

    [Fact]
    public async Task Pages_are_for_people_and_feeds_for_everyone()
    {
        foreach (var address in new[] { "/", One, "/tags/b", "/categories" })
        {
            using var page = await Site.GetAsync(address, "Origin: https://reader.example");
            Assert.Equal("same-origin", page.Field("Cross-Origin-Resource-Policy"));
            Assert.Null(page.Field("Access-Control-Allow-Origin"));
        }

        foreach (var address in new[] { "/feed.rss", "/feed.atom", "/feed.json", "/opml.xml", "/pictures/%E6%B5%B7%201.png" })
        {
            using var feed = await Site.GetAsync(address, "Origin: https://reader.example");
            Assert.Equal("cross-origin", feed.Field("Cross-Origin-Resource-Policy"));
            Assert.Equal("*", feed.Field("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData(One)]
    [InlineData("/about.html")]
    public async Task A_page_that_is_confirmed_stays_for_people_only(string address)
    {
        using var first = await Site.GetAsync(address);
        using var second = await Site.GetAsync(address, "If-None-Match: " + first.Field("ETag"));

        Assert.Equal(304, (int)second.StatusCode);
        Assert.Equal("same-origin", second.Field("Cross-Origin-Resource-Policy"));
        Assert.Null(second.Field("Access-Control-Allow-Origin"));
        Assert.Equal(first.Field("Content-Security-Policy"), second.Field("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_page_over_https_asks_for_everything_over_https()
    {
        using var response = await Site.GetAsync(One);
        Assert.Equal(SecurityPolicy.ForPages(isHttps: true, []), response.Field("Content-Security-Policy"));
        Assert.EndsWith("; upgrade-insecure-requests", response.Field("Content-Security-Policy"), StringComparison.Ordinal);
    }
}

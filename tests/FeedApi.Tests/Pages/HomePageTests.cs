using System.Net;
using FeedApi.Http.Semantics;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Pages;

public sealed class HomePageTests(PageSite pages) : IClassFixture<PageSite>
{
    private TestSite Site => pages.Site;

    [Fact]
    public async Task Home_is_a_page_under_the_policy_of_pages()
    {
        using var response = await Site.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Field("Content-Type"));
        Assert.Equal(SecurityPolicy.ForPages(isHttps: true, []), response.Field("Content-Security-Policy"));
    }

    [Fact]
    public async Task Home_runs_and_styles_nothing_inline()
    {
        var page = await Site.PageAsync("/");

        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), style, [style]"));
        var attributes = page.All.SelectMany(element => element.Attributes);
        Assert.DoesNotContain(attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    public async Task Home_is_sent_once_and_then_confirmed(string? accepted, string? coding)
    {
        string[] fields = accepted is null ? [] : ["Accept-Encoding: " + accepted];
        using var first = await Site.GetAsync("/", fields);
        using var second = await Site.GetAsync("/", [.. fields, "If-None-Match: " + first.Field("ETag")]);
        using var third = await Site.GetAsync("/", [.. fields, "If-Modified-Since: " + first.Field("Last-Modified")]);

        Assert.Equal(coding, first.Field("Content-Encoding"));
        Assert.Equal("Accept, Accept-Encoding", first.Field("Vary"));
        Assert.Equal((HttpStatusCode.NotModified, first.Field("ETag")), (second.StatusCode, second.Field("ETag")));
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/categories")]
    [InlineData("/categories/News")]
    [InlineData("/articles/2024-01-01-one")]
    public async Task HEAD_has_the_fields_of_GET_and_no_body(string address)
    {
        using var get = await Site.GetAsync(address);
        using var head = await Site.SendAsync(HttpMethod.Head, address);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(get.FieldNames().Order(), head.FieldNames().Order());
        Assert.Equal((get.Field("ETag"), get.Field("Content-Length")), (head.Field("ETag"), head.Field("Content-Length")));
    }

    [Fact]
    public async Task Home_speaks_the_language_of_the_site_and_says_its_name_as_text()
    {
        var page = await Site.PageAsync("/");

        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Tides & <Times>", page.Title);
        Assert.Equal("Tides & <Times>", page.Only("h1").TextContent);
        Assert.Equal("About tides", page.Value("meta[name=description]", "content"));
        var english = page.QuerySelectorAll("article").Single(article => article.QuerySelector("h3")!.TextContent == "One");
        Assert.Equal("en", english.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/", "https://example.org/")]
    [InlineData("/?utm_source=x", "https://example.org/")]
    [InlineData("/categories", "https://example.org/categories")]
    [InlineData("/categories/News?utm_source=x", "https://example.org/categories/News")]
    [InlineData("/tags/b", "https://example.org/tags/b")]
    [InlineData("/articles/2024-01-01-one?utm_source=x", "https://example.org/articles/2024-01-01-one")]
    public async Task A_page_has_one_heading_of_the_first_level_and_one_canonical_address(string address, string canonical)
    {
        var page = await Site.PageAsync(address);

        page.Only("h1");
        Assert.Equal(canonical, page.Value("link[rel=canonical]", "href"));
    }

    [Theory]
    [InlineData("/", 3)]
    [InlineData("/categories", 3)]
    [InlineData("/categories/News", 4)]
    [InlineData("/authors/Bob", 4)]
    [InlineData("/articles/2024-01-01-one", 6)]
    [InlineData("/articles/2024-01-04-四-4", 3)]
    public async Task L1_a_page_offers_its_feeds_with_titles_that_differ_and_exact_types(string address, int count)
    {
        var page = await Site.PageAsync(address);
        var links = page.QuerySelectorAll("head > link[rel=alternate]");

        Assert.Equal(count, links.Length);
        Assert.Equal(count, links.Select(link => link.GetAttribute("title")).Distinct().Count());
        Assert.All(links, link => Assert.StartsWith("https://example.org/", link.GetAttribute("href"), StringComparison.Ordinal));
        foreach (var link in links)
        {
            using var feed = await Site.GetAsync(SitePages.PathOf(link.GetAttribute("href")!));
            Assert.Equal((HttpStatusCode.OK, link.GetAttribute("type")), (feed.StatusCode, feed.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task L1_home_offers_all_three_formats_and_the_outline()
    {
        var page = await Site.PageAsync("/");

        Assert.Equal(["application/rss+xml", "application/atom+xml", "application/feed+json"], page.Values("link[rel=alternate]", "type"));
        Assert.Equal("text/x-opml", page.Value("link[rel=outline]", "type"));
        Assert.Equal("https://example.org/opml.xml", page.Value("link[rel=outline]", "href"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/categories/%E6%B5%B7")]
    [InlineData("/articles/2024-01-03-three")]
    public async Task L1_the_Link_field_agrees_with_the_links_of_the_page(string address)
    {
        using var response = await Site.GetAsync(address);
        var page = SitePages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var expected = page.QuerySelectorAll("head > link:not([rel=stylesheet], [rel=icon], [rel=manifest])").Select(link =>
        {
            var type = link.GetAttribute("type") is { } written ? $"; type=\"{written}\"" : "";
            return $"<{link.GetAttribute("href")}>; rel=\"{link.GetAttribute("rel")}\"{type}";
        });
        Assert.Equal(string.Join(", ", expected), response.Field("Link"));
    }

    [Fact]
    public async Task Everything_that_pages_and_feeds_link_to_is_there()
    {
        var crawl = new Crawl(Site, "example.org");

        await crawl.RunAsync("https://example.org/");

        Assert.Empty(crawl.Broken);
        Assert.Superset(
            new HashSet<string>
            {
                "/style.css", "/feed.rss", "/feed.atom", "/feed.json", "/opml.xml", "/docs/index.html", "/categories", "/tags", "/authors",
                "/categories/News/feed.atom", "/articles/2024-01-01-one", "/articles/2024-01-04-%E5%9B%9B-4", "/sound/one.mp3",
                "/pictures/%E6%B5%B7%201.png", "/about.html",
            },
            crawl.Seen.ToHashSet());
    }

    [Fact]
    public async Task The_style_sheet_of_a_page_is_one()
    {
        var page = await Site.PageAsync("/");
        using var sheet = await Site.GetAsync(page.Value("link[rel=stylesheet]", "href")!);

        Assert.Equal((HttpStatusCode.OK, "text/css; charset=utf-8"), (sheet.StatusCode, sheet.Field("Content-Type")));
    }

    [Fact]
    public async Task Home_changes_when_a_post_comes()
    {
        await using var site = await TestSite.StartSampleAsync();
        using var before = await site.GetAsync("/");

        site.Content.With("_posts/2024-02-01-next.md", "---\ntitle: Next\n---\nx\n");

        await TestSite.UntilAsync(
            async () => (await site.PageAsync("/")).QuerySelector("article h3")!.TextContent == "Next", "home shows the new post");
        Assert.Equal(200, await site.StatusAsync("/", "If-None-Match: " + before.Field("ETag")));
    }
}

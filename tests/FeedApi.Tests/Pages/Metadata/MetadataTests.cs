using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using FeedApi.Pages.Metadata;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages.Metadata;

/// <summary>What pages say of themselves to search engines and to whoever shows a link to them.</summary>
public sealed class MetadataTests
{
    private const string Article = """
        ---
        title: 潮水 & "tides"
        date: 2024-01-01 08:00:00 +0800
        last_modified_at: 2024-01-02 08:00:00 +0800
        author: Ann
        category: 海
        tags: [red, 蓝]
        image: {path: /assets/sea.png, alt: The sea, width: 800, height: 450}
        description: About the sea.
        ---
        Text.
        """;

    [Fact]
    public async Task An_article_has_a_card()
    {
        await using var site = await StartAsync(Article);

        var page = await site.PageAsync("/articles/2024-01-01-a");

        Assert.Equal("article", CardOf(page, "og:type"));
        Assert.Equal("潮水 & \"tides\"", CardOf(page, "og:title"));
        Assert.Equal("About the sea.", CardOf(page, "og:description"));
        Assert.Equal(page.Value("link[rel=canonical]", "href"), CardOf(page, "og:url"));
        Assert.Equal("Tides", CardOf(page, "og:site_name"));
        Assert.Equal("zh_CN", CardOf(page, "og:locale"));
        Assert.Equal("https://example.org/assets/sea.png", CardOf(page, "og:image"));
        Assert.Equal(("800", "450"), (CardOf(page, "og:image:width"), CardOf(page, "og:image:height")));
        Assert.Equal("The sea", CardOf(page, "og:image:alt"));
        Assert.Equal("2024-01-01T08:00:00+08:00", CardOf(page, "article:published_time"));
        Assert.Equal("2024-01-02T08:00:00+08:00", CardOf(page, "article:modified_time"));
        Assert.Equal("海", CardOf(page, "article:section"));
        Assert.Equal(["red", "蓝"], page.Values("meta[property='article:tag']", "content"));
        Assert.Equal("Ann", page.Value("meta[name=author]", "content"));
        Assert.Equal("summary_large_image", page.Value("meta[name='twitter:card']", "content"));
    }

    [Fact]
    public async Task An_article_is_described_as_news_and_has_its_place_in_the_site()
    {
        await using var site = await StartAsync(Article);

        var graph = GraphOf(await site.PageAsync("/articles/2024-01-01-a"));

        var news = graph.Single(node => (string)node["@type"]! == "NewsArticle");
        Assert.Equal("潮水 & \"tides\"", (string)news["headline"]!);
        Assert.Equal("2024-01-01T08:00:00+08:00", (string)news["datePublished"]!);
        Assert.Equal("https://example.org/assets/sea.png", (string)news["image"]![0]!);
        Assert.Equal("Ann", (string)news["author"]![0]!["name"]!);
        var crumbs = graph.Single(node => (string)node["@type"]! == "BreadcrumbList")["itemListElement"]!.AsArray();
        Assert.Equal(["Tides", "海", "潮水 & \"tides\""], crumbs.Select(step => (string)step!["name"]!));
        Assert.Equal([1, 2, 3], crumbs.Select(step => (int)step!["position"]!));
        Assert.Equal("https://example.org/articles/2024-01-01-a", (string)crumbs[2]!["item"]!);
    }

    [Fact]
    public async Task No_text_leaves_the_description()
    {
        const string hostile = "</script><script>alert(1)</script><!-- <![CDATA[ \\u2028 &lt;/script&gt;";
        await using var site = await StartAsync(
            $"---\ntitle: '{hostile}'\ncategory: '{hostile}'\ntags: ['{hostile}']\nauthor: '{hostile}'\n"
                + $"description: '{hostile}'\n---\nx\n");

        var page = await site.PageAsync("/articles/2024-01-01-a");

        var script = (IHtmlScriptElement)page.Only("script");
        Assert.Equal("application/ld+json", script.Type);
        var title = page.Only("h1").TextContent;
        Assert.StartsWith("</script>", title, StringComparison.Ordinal);
        Assert.Equal(title, (string)GraphOf(page).First()["headline"]!);
        Assert.Equal(title, CardOf(page, "og:title"));
        Assert.Equal("head", script.ParentElement!.LocalName);
    }

    [Theory]
    [InlineData("/", "WebSite")]
    [InlineData("/categories/%E6%B5%B7", "BreadcrumbList")]
    public async Task Other_pages_have_a_card_of_the_site(string address, string type)
    {
        await using var site = await StartAsync(Article);

        var page = await site.PageAsync(address);

        Assert.Equal("website", CardOf(page, "og:type"));
        Assert.Equal(type, (string)GraphOf(page).Single()["@type"]!);
    }

    [Fact]
    public async Task An_error_has_neither()
    {
        await using var site = await StartAsync(Article);
        using var response = await site.GetAsync("/nothing", "Accept: text/html");
        var page = SitePages.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(page.QuerySelectorAll("meta[property^='og:'], script"));
    }

    [Theory]
    [InlineData("zh-CN", "zh_CN")]
    [InlineData("en-gb", "en_GB")]
    [InlineData("zh-Hant", "zh_TW")]
    [InlineData("zh-Hans", "zh_CN")]
    [InlineData("en", null)]
    public void A_locale_has_a_region(string language, string? locale) => Assert.Equal(locale, PageCard.LocaleOf(language));

    private static Task<TestSite> StartAsync(string article) => TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides\ndescription: About tides\nurl: https://example.org\nlang: zh-CN\n")
        .With("assets/sea.png", "x")
        .With("_posts/2024-01-01-a.md", article));

    private static string? CardOf(IHtmlDocument page, string property) => page.Value($"meta[property='{property}']", "content");

    private static IEnumerable<JsonNode> GraphOf(IHtmlDocument page) =>
        JsonNode.Parse(page.Only("script[type='application/ld+json']").TextContent)!["@graph"]!.AsArray().Select(node => node!);
}

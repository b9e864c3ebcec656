using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>The page of searches, without a script.</summary>
public sealed class SearchPageTests
{
    [Fact]
    public async Task Every_page_has_a_form_that_leads_to_the_hits()
    {
        await using var site = await StartAsync();

        var form = (await site.PageAsync("/")).Only("form[role=search]");
        Assert.Equal(("/search", null, "q"), (form.GetAttribute("action"), form.GetAttribute("method"), form.Value("input", "name")));
        var page = await site.PageAsync("/search?q=tide");

        Assert.Equal(
            ["/articles/2024-01-02-two", "/articles/2023-01-01-one"], page.Values("article h3 a", "href").Select(SitePages.PathOf));
        Assert.Equal("2 articles", page.Only("[role=status]").TextContent);
        Assert.Equal(["tide", "tide", "Tide"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        Assert.Equal("tide", page.Value("main form input", "value"));
        Assert.Equal("noindex", page.Value("meta[name=robots]", "content"));
    }

    [Fact]
    public async Task Facets_narrow_and_filters_can_be_taken_away()
    {
        await using var site = await StartAsync();

        var page = await site.PageAsync("/search?q=tide");
        var sea = SitePages.PathOf(page.Values("section[aria-label=Categories] a", "href")
            .Single(address => address.Contains("category=sea", StringComparison.Ordinal)));
        var year = SitePages.PathOf(page.Values("section[aria-label=Years] a", "href")[^1]);
        Assert.Equal(["2024", "2023"], page.QuerySelectorAll("section[aria-label=Years] a").Select(link => link.TextContent));

        var narrowed = await site.PageAsync(sea);
        Assert.Equal(["/articles/2023-01-01-one"], narrowed.Values("article h3 a", "href").Select(SitePages.PathOf));
        Assert.Equal("/search?q=tide", SitePages.PathOf(narrowed.Value("ul[aria-label=Filters] a", "href")!));
        Assert.Equal(
            ["/articles/2023-01-01-one"], (await site.PageAsync(year)).Values("article h3 a", "href").Select(SitePages.PathOf));
    }

    [Fact]
    public async Task A_search_can_be_ordered_and_subscribed_to()
    {
        await using var site = await StartAsync();

        var page = await site.PageAsync("/search?q=tide");
        var best = await site.PageAsync(SitePages.PathOf(page.Value("ul[aria-label=Order] a", "href")!));
        var feed = page.Values("link[rel=alternate][type='application/rss+xml']", "href")[0];

        Assert.Equal(2, best.QuerySelectorAll("article").Length);
        Assert.Equal("/search?q=tide", SitePages.PathOf(best.Value("ul[aria-label=Order] a", "href")!));
        Assert.Equal("/feed.rss?q=tide", SitePages.PathOf(feed));
        Assert.Equal(2, (await site.XmlAsync(SitePages.PathOf(feed))).Descendants("item").Count());
    }

    [Fact]
    public async Task Pages_of_hits_lead_to_each_other()
    {
        await using var site = await StartAsync();

        var first = await site.PageAsync("/search?q=tide&limit=1");
        var second = await site.PageAsync(SitePages.PathOf(first.Value("a[rel=next]", "href")!));
        var back = await site.PageAsync(SitePages.PathOf(second.Value("a[rel=prev]", "href")!));

        Assert.Equal(["/articles/2023-01-01-one"], second.Values("article h3 a", "href").Select(SitePages.PathOf));
        Assert.Equal(first.Values("article h3 a", "href"), back.Values("article h3 a", "href"));
        Assert.Empty(second.QuerySelectorAll("a[rel=next]"));
    }

    [Theory]
    [InlineData("/search", 200)]
    [InlineData("/search?q=", 200)]
    [InlineData("/search?q=nothing+at+all", 200)]
    [InlineData("/search?utm_source=x", 200)]
    [InlineData("/search?q=tide&category=moon", 400)]
    [InlineData("/search?q=tide&cursor=x", 400)]
    public async Task Whatever_is_asked_is_answered(string address, int status)
    {
        await using var site = await StartAsync();
        Assert.Equal(status, await site.StatusAsync(address));
    }

    [Fact]
    public async Task Words_and_hits_are_text_and_never_markup()
    {
        await using var site = await StartAsync();

        var page = await site.PageAsync("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27");

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("<script>alert(1)</script>\"'", page.Value("main form input", "value"));
        Assert.Empty((await site.PageAsync("/search?q=markup")).QuerySelectorAll("script, img"));
    }

    [Fact]
    public async Task A_site_without_the_page_has_no_form_either()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org", "--Pages:Search", "false"] };
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();

        Assert.Empty((await site.PageAsync("/")).QuerySelectorAll("form"));
        Assert.Equal(404, await site.StatusAsync("/search?q=x"));
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides\nurl: https://example.org\nlang: en\n")
        .With("_posts/2023-01-01-one.md", "---\ntitle: Tide tables\ncategory: sea\n---\nWhat they tell.\n")
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\n---\nA tide and another tide.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: 'Three <img src=x onerror=alert(1)>'\n---\nThis is `<script>markup</script>`.\n"));
}

using System.Text;
using FeedApi.Catalog.Outlines;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Pages;
using FeedApi.Pages.Views;
using FeedApi.Site.Addresses;
using FeedApi.Tests.Content;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FeedApi.Tests.Pages;

public sealed class PageRendererTests : IDisposable
{
    private const string Hostile = "</title><script>alert('1')</script>";

    private readonly ContentFolder folder = new ContentFolder().With("_config.yml", "title: 潮汐 & Notes\nlang: zh-CN\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Text_is_encoded_wherever_it_stands()
    {
        var html = await HtmlOfAsync(Term(Hostile, description: "\"" + Hostile));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("content=\"\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chinese_is_written_as_itself() =>
        Assert.Contains("<title>望汐港 - 潮汐 &amp; Notes</title>", await HtmlOfAsync(Term("望汐港")), StringComparison.Ordinal);

    [Fact]
    public async Task A_media_type_is_written_as_simple_readers_look_for_it() =>
        Assert.Contains("type=\"application/rss+xml\"", await HtmlOfAsync(Term("a")), StringComparison.Ordinal);

    [Fact]
    public async Task A_term_without_articles_says_so_in_the_words_of_the_site() =>
        Assert.Contains("还没有文章。", await HtmlOfAsync(Term("a")), StringComparison.Ordinal);

    [Fact]
    public async Task Equal_pages_have_equal_bytes() =>
        Assert.Equal((await RenderAsync(Term("a"))).Identity.Bytes, (await RenderAsync(Term("a"))).Identity.Bytes);

    [Fact]
    public async Task A_page_may_show_images_but_run_nothing() =>
        Assert.Equal(SecurityPolicy.ForPages(isHttps: true, []), (await RenderAsync(Term("a"))).ContentSecurityPolicy);

    [Fact]
    public async Task The_link_field_names_the_feeds_in_ascii()
    {
        var link = (await RenderAsync(Term("望汐港"))).Link;
        Assert.Contains(
            "<https://example.org/categories/a/feed.atom>; rel=\"alternate\"; type=\"application/atom+xml\"",
            link,
            StringComparison.Ordinal);
        Assert.True(Ascii.IsValid(link));
    }

    private static TermSummary Term(string name, string? description = null) =>
        new()
        {
            Kind = TermKind.Category,
            Slug = "a",
            Name = name,
            Description = description,
            Count = 0,
            ChangedAt = DateTimeOffset.UnixEpoch
        };

    private async Task<string> HtmlOfAsync(TermSummary term) => Encoding.UTF8.GetString((await RenderAsync(term)).Identity.Bytes);

    private async Task<Document> RenderAsync(TermSummary term)
    {
        var site = folder.Site();
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(site).AddSingleton<SiteLinks>().AddSingleton<OutlinedArticles>().AddPages(new PageOptions())
            .BuildServiceProvider();
        var links = services.GetRequiredService<PageLinks>();
        var feeds = links.TermFeeds(term.Kind, term.Slug, term.Name);
        var head = new PageHead(links.TitleOf(term.Name), term.Description ?? "", site.Language, "https://example.org/categories/a", feeds);
        var page = new TermPage(head, new ArticleListing([], null, null, DateTimeOffset.UnixEpoch), term);
        return await services.GetRequiredService<PageRenderer>().RenderAsync<TermView, TermPage>(page, DateTimeOffset.UnixEpoch, "tag");
    }
}

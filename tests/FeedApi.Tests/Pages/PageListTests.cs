using System.Globalization;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>Walks over lists of articles that need three pages; some of the articles have the same date.</summary>
public sealed class PageListTests(PageListTests.ManyPosts posts) : IClassFixture<PageListTests.ManyPosts>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/categories/all")]
    [InlineData("/tags/%E9%83%BD")]
    [InlineData("/authors/Ann")]
    public async Task The_links_to_older_and_newer_articles_lead_over_all_of_them_both_ways(string start)
    {
        var (older, last) = await WalkAsync(start, "next");
        var (newer, first) = await WalkAsync(last, "prev");

        Assert.Equal(ManyPosts.Titles, older.SelectMany(page => page));
        Assert.Equal(older.AsEnumerable().Reverse(), newer);
        Assert.Empty((await posts.Site.PageAsync(first)).Values("a[rel=prev]", "href"));
    }

    [Fact]
    public async Task Every_page_of_a_list_is_its_own_canonical_page()
    {
        var second = (await posts.Site.PageAsync("/")).Value("a[rel=next]", "href")!;
        Assert.Equal(second, (await posts.Site.PageAsync(SitePages.PathOf(second))).Value("link[rel=canonical]", "href"));
    }

    // The titles on each page, and the address of the last one.
    private async Task<(List<string[]> Pages, string Last)> WalkAsync(string address, string relation)
    {
        List<string[]> pages = [];
        while (true)
        {
            var page = await posts.Site.PageAsync(address);
            pages.Add([.. page.QuerySelectorAll("article h3").Select(title => title.TextContent)]);
            if (page.Values($"a[rel={relation}]", "href") is not [var next]) return (pages, address);
            address = SitePages.PathOf(next);
        }
    }

    /// <summary>A server over 45 posts, three a day.</summary>
    public sealed class ManyPosts : IAsyncLifetime
    {
        private const int Count = 45;

        public TestSite Site { get; private set; } = null!;

        /// <summary>The newest first; within a day as the API has them.</summary>
        public static string[] Titles { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Site = await TestSite.StartAsync(content =>
            {
                for (var i = 0; i < Count; i++)
                {
                    var day = new DateOnly(2024, 1, 1).AddDays(i / 3).ToString("O", CultureInfo.InvariantCulture);
                    content.With($"_posts/{day}-p{i}.md", $"---\ntitle: P{i}\ncategory: all\ntags: [都]\nauthor: Ann\n---\nx\n");
                }
            });
            var data = (await Site.JsonAsync("/api/v1/articles?limit=100"))["data"]!.AsArray();
            Titles = [.. data.Select(article => (string)article!["title"]!)];
            Assert.Equal(Count, Titles.Distinct().Count());
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}

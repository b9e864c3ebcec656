using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

/// <summary>
/// So many posts that a search reads them in several blocks, with dates that have nothing to do with the order in which they come.
/// </summary>
public sealed class ShuffledSite : IAsyncLifetime
{
    private const int Posts = 1_300;

    // What is tested is the order, on however busy a machine.
    public TestSite Site { get; } = new() { Arguments = ["--Search:BudgetMilliseconds", "60000"] };

    public async ValueTask InitializeAsync()
    {
        Fill(Site.Content);
        await Site.StartAsync();
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static void Fill(ContentFolder content)
    {
        var random = new Random(11);
        content.With("_config.yml", "title: Tides\nurl: https://example.org\n");
        for (var i = 0; i < Posts; i++)
        {
            // Some have one instant; the id decides.
            var (hour, text) = (random.Next(400), (i % 7) switch { 0 => "潮汐观测站", 1 => "观测潮汐站", 2 => "潮汐站，观测", _ => "灯塔" });
            var published = new DateTime(2024, 1, 1).AddHours(hour);
            content.With(
                $"_posts/2024-01-01-{i:0000}.md",
                $"---\ntitle: 第{i}号\ndate: {published:yyyy-MM-dd HH:mm:ss}\n"
                    + $"updated: {published.AddHours(random.Next(300)):yyyy-MM-dd HH:mm:ss}\n---\n{text} {i % 7}x\n");
        }
    }
}

public sealed class SearchOrderTests(ShuffledSite shuffled) : IClassFixture<ShuffledSite>
{
    [Fact]
    public async Task Old_posts_that_came_late_and_new_ones_after_them_are_where_they_belong()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org", "--Search:BudgetMilliseconds", "60000"] };
        await site.StartAsync();
        var hour = new DateTime(2024, 6, 1);
        // Of old ones so many that they are passed over for what is newer before them.
        await AddAsync(site, "recent", 300, number => hour.AddHours(number));
        await AddAsync(site, "old", 5_200, number => hour.AddYears(-3).AddHours(number));
        await AddAsync(site, "today", 5, number => hour.AddYears(1).AddHours(number));

        foreach (var sort in new[] { "-published", "published", "-updated" })
        {
            var (list, _) = await AllAsync(site, $"/api/v1/articles?sort={sort}&limit=100&content=text");
            var (found, _) = await AllAsync(site, $"/api/v1/articles?sort={sort}&limit=100&content=text&q=%E6%BD%AE%E6%B1%90");
            Assert.Equal(5_505, found.Count);
            Assert.Equal(list, found);
        }
    }

    [Theory]
    [InlineData("潮汐", "0x 1x 2x")]
    [InlineData("潮汐观测", "0x")]
    [InlineData("\"潮汐站 观测\"", "2x")]
    [InlineData("潮汐 -潮汐观测", "1x 2x")]
    [InlineData("站", "0x 1x 2x")]
    [InlineData("观 -\"站 观测\"", "0x 1x")]
    [InlineData("-潮汐", "3x 4x 5x 6x")]
    public async Task A_search_gives_the_articles_of_the_list_that_match_in_its_order(string words, string marks)
    {
        foreach (var sort in new[] { "-published", "published", "-updated" })
        {
            var (list, _) = await AllAsync(shuffled.Site, $"/api/v1/articles?sort={sort}&limit=100&content=text");
            var wanted = list.Where(article => marks.Split(' ').Contains(article.Text[^2..], StringComparer.Ordinal))
                .Select(article => article.Id)
                .ToList();
            var (found, last) = await AllAsync(
                shuffled.Site, $"/api/v1/articles?sort={sort}&limit=37&content=text&q={Uri.EscapeDataString(words)}");
            Assert.Equal(wanted, found.Select(article => article.Id));
            Assert.Equal(wanted, (await AllAsync(shuffled.Site, last, "prev")).Articles.Select(article => article.Id));
        }
    }

    // All pages in one direction, in the order of the list, and the address of the last one.
    private static async Task<(List<(string Id, string Text)> Articles, string Last)> AllAsync(
        TestSite site, string first, string direction = "next")
    {
        List<(string Id, string Text)> all = [];
        for (var address = first; ;)
        {
            var page = await site.JsonAsync(address);
            var articles = page["data"]!.AsArray().Select(article => ((string)article!["id"]!, (string)article["content_text"]!));
            all.InsertRange(direction == "next" ? all.Count : 0, articles);
            if ((string?)page["page"]![direction] is not { } next) return (all, address);
            address = new Uri(next).PathAndQuery;
        }
    }

    private static async Task AddAsync(TestSite site, string name, int count, Func<int, DateTime> publishedOf)
    {
        var before = await CountAsync(site);
        for (var i = 0; i < count; i++)
            site.Content.With(
                $"_posts/2024-01-01-{name}-{i:0000}.md", $"---\ntitle: {name}\ndate: {publishedOf(i):yyyy-MM-dd HH:mm:ss}\n---\n潮汐\n");
        await TestSite.UntilAsync(async () => await CountAsync(site) == before + count, $"the {name} posts are there");
    }

    private static async Task<int> CountAsync(TestSite site) =>
        (int)(await site.JsonAsync("/api/v1/articles?limit=1&include=total"))["page"]!["total"]!;
}

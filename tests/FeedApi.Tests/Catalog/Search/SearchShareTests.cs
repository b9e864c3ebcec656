using System.Text.Json.Nodes;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

/// <summary>Searches have a small share of their own: whatever they do, cheap reads are answered.</summary>
public sealed class SearchShareTests
{
    private const int Posts = 40;

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/categories/news/feed.atom")]
    [InlineData("/feed.json?limit=7&from=2024-01-01")]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/articles?category=news&include=total")]
    [InlineData("/api/v1/articles?category=news&tag=a&from=2024-01-01")]
    [InlineData("/api/v1/articles/2024-01-01-0007")]
    [InlineData("/api/v1/categories")]
    [InlineData("/")]
    [InlineData("/categories/news")]
    [InlineData("/opml.xml")]
    public async Task Cheap_reads_are_answered_while_searches_use_all_of_their_share(string address)
    {
        await using var site = await StartAsync();
        await using var searches = await BusySearches.StartAsync(site, waiting: 1);

        using var response = await site.GetAsync(address);

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/articles?q=other")]
    [InlineData("/api/v1/articles?include=facets")]
    [InlineData("/api/v1/articles?category=-news&include=total")]
    [InlineData("/api/v1/articles/2024-01-01-0007/related")]
    [InlineData("/api/v1/tags?q=a")]
    [InlineData("/feed.rss?q=other")]
    [InlineData("/feed?q=other")]
    public async Task A_search_for_which_too_many_wait_is_refused_at_once(string address)
    {
        await using var site = await StartAsync();
        await using var searches = await BusySearches.StartAsync(site, waiting: 1);

        using var response = await site.GetAsync(address);

        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((503, "search-busy"), ((int)response.StatusCode, (string?)problem["code"]));
        Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_search_that_waited_for_too_much_work_is_refused()
    {
        var work = new WorkToDo();
        await using var site = await StartAsync(work, "--Search:WaitMilliseconds=1000");
        await using var searches = await BusySearches.StartAsync(site, waiting: 0);
        var waiting = site.GetAsync("/api/v1/articles?q=other");
        await BusySearches.UntilWaitingAsync(site, 1);

        work.Done = TimeSpan.FromSeconds(2);
        await searches.EndAsync();
        using var response = await waiting;

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal(200, (int)(await site.GetAsync("/api/v1/articles?q=other")).StatusCode);
    }

    [Fact]
    public async Task A_search_that_waited_for_others_on_a_slow_machine_is_refused_in_the_end()
    {
        var (work, time) = (new WorkToDo(), new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1)));
        await using var site = await StartAsync(work, "--Search:WaitMilliseconds=1000", time);
        await using var searches = await BusySearches.StartAsync(site, waiting: 0);
        var waiting = site.GetAsync("/api/v1/articles?q=other");
        await BusySearches.UntilWaitingAsync(site, 1);

        work.Done = TimeSpan.FromMilliseconds(1);
        time.Advance(TimeSpan.FromSeconds(6));
        await searches.EndAsync();
        using var response = await waiting;

        Assert.Equal(503, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_search_that_waited_on_a_busy_machine_is_answered()
    {
        await using var site = await StartAsync(new WorkToDo(), "--Search:WaitMilliseconds=1");
        await using var searches = await BusySearches.StartAsync(site, waiting: 0);
        var waiting = site.GetAsync("/api/v1/articles?q=other");
        await BusySearches.UntilWaitingAsync(site, 1);

        await searches.EndAsync();
        using var response = await waiting;

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_list_that_skips_very_many_articles_is_read_in_the_share_of_searches()
    {
        await using var site = await StartAsync();
        var store = site.Part<SqliteArticleStore>();
        var threads = new List<string?>();

        await store.ReadAsync(ReadCost.Unknown, ReadAgainAndAgainAsync, TestContext.Current.CancellationToken);

        Assert.Equal(2, threads.Count);
        Assert.StartsWith("Expensive reads", threads[1], StringComparison.Ordinal);

        async ValueTask<int> ReadAgainAndAgainAsync(IArticleSnapshot snapshot)
        {
            threads.Add(Thread.CurrentThread.Name);
            // As much work as a scan of very many articles.
            for (var i = 0; i < 500; i++)
                await snapshot.ListAsync(new() { Limit = 40, Language = "en" }, TestContext.Current.CancellationToken);
            return 0;
        }
    }

    private static async Task<TestSite> StartAsync(
        ThreadClock? work = null, string wait = "--Search:WaitMilliseconds=3600000", TimeProvider? time = null)
    {
        var site = new TestSite
        {
            Work = work,
            Time = time,
            Arguments = ["--Site:Url=https://example.org", "--Search:MaxWaiting=1", "--Search:Concurrency=1", wait],
        };
        site.Content.With("_config.yml", "title: Tides\nlang: en\n");
        for (var i = 0; i < Posts; i++)
        {
            site.Content.With(
                $"_posts/2024-01-01-{i:0000}.md",
                $"---\ntitle: Post {i}\ncategory: {(i % 2 == 0 ? "sea" : "news")}\ntags: [a]\n---\nother\n");
        }

        await site.StartAsync();
        return site;
    }

    // Stands still until the test says how much was done.
    private sealed class WorkToDo : ThreadClock
    {
        public TimeSpan Done { get; set; }

        public override TimeSpan Used => Done;
    }
}

using System.Text.Json.Nodes;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

public sealed class SearchBudgetTests
{
    private const int Posts = 300;

    [Theory]
    [InlineData("/api/v1/articles?q=-nothing&limit=1&include=total")]
    [InlineData("/feed.rss?q=-nothing&sort=published")]
    [InlineData("/feed.json?q=-nothing&sort=relevance")]
    public async Task A_search_that_takes_too_much_work_is_given_up(string address)
    {
        await using var site = new TestSite { Work = new HastyWork() };
        Fill(site.Content);
        await site.StartAsync();

        // More often than there are connections: each is good for the next search.
        for (var i = 0; i < 12; i++)
        {
            using var response = await site.GetAsync(address);
            var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal((503, "search-budget"), ((int)response.StatusCode, (string?)problem["code"]));
            Assert.True(response.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        Assert.Equal("2024-01-01-0007", (string?)(await site.JsonAsync("/api/v1/articles?q=seven"))["data"]![0]!["id"]);
        Assert.Equal(Posts, (int)(await site.JsonAsync("/api/v1/articles?include=total"))["page"]!["total"]!);
    }

    private static void Fill(ContentFolder content)
    {
        content.With("_config.yml", "title: Tides\nurl: https://example.org\n");
        for (var i = 0; i < Posts; i++)
            content.With($"_posts/2024-01-01-{i:0000}.md", $"---\ntitle: Post {i}\n---\n{(i == 7 ? "seven" : "other")}\n");
    }

    [Theory]
    [InlineData("/api/v1/articles?q=other&limit=100&include=total,facets")]
    [InlineData("/feed.rss?q=other&limit=100")]
    public async Task A_search_on_a_busy_machine_is_answered(string address)
    {
        var time = new BusyClock();
        await using var site = new TestSite
        {
            Time = time,
            Work = new IdleWork(),
            Arguments = ["--Site:Url=https://example.org", "--Search:BudgetMilliseconds=2000"],
        };
        Fill(site.Content);
        await site.StartAsync();
        var before = time.Seconds;

        await site.TextAsync(address);

        Assert.True(time.Seconds - before > 2, "The search took no longer than its budget.");
    }

    [Fact]
    public async Task A_search_that_waits_for_its_disk_is_given_up_in_the_end()
    {
        await using var site = new TestSite
        {
            Time = new HastyClock(),
            Arguments = ["--Site:Url=https://example.org", "--Search:BudgetMilliseconds=250"],
        };
        Fill(site.Content);
        await site.StartAsync();

        using var response = await site.GetAsync("/api/v1/articles?q=-nothing&limit=1&include=total");

        Assert.Equal(503, (int)response.StatusCode);
    }

    // Whoever takes a time finds that two hours of work are done, more than any budget.
    private sealed class HastyWork : ThreadClock
    {
        private long reads;

        public override TimeSpan Used => TimeSpan.FromHours(2) * Interlocked.Increment(ref reads);
    }

    // On a slow machine even a cheap search takes long while its code is compiled.
    private sealed class IdleWork : ThreadClock
    {
        public override TimeSpan Used => TimeSpan.Zero;
    }

    // Other programs have the processor for a third of a second whenever this one looks at the clock.
    private sealed class BusyClock : TimeProvider
    {
        private long reads;

        public double Seconds => Interlocked.Read(ref reads) * 0.3;

        public override long GetTimestamp() => (long)(Interlocked.Increment(ref reads) * 0.3 * TimestampFrequency);
    }

    // Two hours are over, more than a search may wait.
    private sealed class HastyClock : TimeProvider
    {
        private long reads;

        public override long GetTimestamp() => Interlocked.Increment(ref reads) * 2 * 3_600 * TimestampFrequency;
    }
}

using System.Text.Json.Nodes;
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
    public async Task A_search_that_takes_too_long_is_given_up(string address)
    {
        await using var site = await TestSite.StartAsync(Fill, new HastyClock());

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

    // Whoever takes a time finds that two hours are over, more than any budget.
    private sealed class HastyClock : TimeProvider
    {
        private long reads;

        public override long GetTimestamp() => Interlocked.Increment(ref reads) * 2 * 3_600 * TimestampFrequency;
    }
}

using System.Text.RegularExpressions;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Limits;
using FeedApi.Tests.Pages;
using Xunit;

namespace FeedApi.Tests.Http.Telemetry;

public sealed partial class MetricsTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await LimitedSite.StartAsync(LimitedSite.LoopbackIsProxy);
        site.Content.With("_posts/2024-01-03-bad.md", "---\ntitle: \"x\n---\nBad.\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count > 0, "the bad post is told");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Metrics_are_text_that_Prometheus_reads()
    {
        using var answer = await site.Management.GetAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task The_public_sees_no_metrics() => Assert.Equal(404, (int)(await site.GetAsync("/metrics")).StatusCode);

    [Fact]
    public async Task Indexing_tells_programs_how_far_it_is()
    {
        var metrics = await site.MetricsAsync();

        Assert.Equal(metrics["feedapi_indexing_posts"], metrics["feedapi_indexing_done"]);
        Assert.Equal((0, 0), (metrics["feedapi_indexing_rate"], metrics["feedapi_indexing_remaining_seconds"]));
        Assert.True(metrics["feedapi_scan_duration_seconds"] > 0);
        Assert.Equal(1, metrics["feedapi_watcher_state{state=\"watching\"}"]);
    }

    [Fact]
    public async Task The_catalog_is_told_in_numbers()
    {
        var metrics = await site.MetricsAsync();

        Assert.Equal(metrics["feedapi_commit_changes_total{kind=\"published\"}"], metrics["feedapi_articles"]);
        Assert.True(metrics["feedapi_index_size_bytes"] > 4096);
        Assert.True(metrics["feedapi_index_revision"] >= 1);
        Assert.True(metrics["feedapi_newest_article_timestamp_seconds"] >= 1_704_000_000);
        Assert.Contains(metrics, metric => metric.Key.StartsWith("feedapi_problems{code=", StringComparison.Ordinal) && metric.Value == 1);
    }

    [Fact]
    public async Task Answers_and_refusals_are_counted()
    {
        // Buckets that are full again are not counted.
        await using var still = await LimitedSite.StartWithoutTimeAsync(LimitedSite.LoopbackIsProxy);
        using var feed = await still.GetAsync("/feed.atom", "X-Forwarded-For: 203.0.113.1");
        await still.StatusAsync("/feed.atom", "203.0.113.1", $"If-None-Match: {feed.Headers.ETag}");
        for (var count = 0; count < 15; count++) await still.StatusAsync("/api/v1/site", "203.0.113.1");
        await still.UntilCountedAsync(17);

        var metrics = await still.MetricsAsync();

        Assert.Equal(1, metrics["feedapi_http_requests_total{kind=\"feed\",status=\"304\"}"]);
        Assert.Equal(10, metrics["feedapi_http_requests_total{kind=\"api\",status=\"200\"}"]);
        Assert.Equal(5, metrics["feedapi_http_requests_total{kind=\"api\",status=\"429\"}"]);
        Assert.Equal(5, metrics["feedapi_http_rate_limited_total{policy=\"queries\"}"]);
        Assert.Equal(3, metrics["feedapi_http_rate_limit_buckets"]);
    }

    [Fact]
    public async Task The_cache_is_told_in_numbers()
    {
        for (var count = 0; count < 3; count++) await site.TextAsync("/categories/News/feed.rss");

        var metrics = await site.MetricsAsync();

        Assert.True(metrics["feedapi_cache_requests_total{result=\"hit\"}"] >= 2);
        Assert.True(metrics["feedapi_cache_requests_total{result=\"miss\"}"] >= 1);
        Assert.True(metrics["feedapi_cache_size_bytes"] > 0);
    }

    [Fact]
    public async Task Series_are_bounded_whatever_readers_and_feeds_are_asked_for()
    {
        for (var number = 0; number < 60; number++)
        {
            using var answer = await site.GetAsync("/feed.rss", $"User-Agent: Invented{number}/1.0");
            using var other = await site.GetAsync("/tags/a/feed.rss" + new string('/', number % 2), $"User-Agent: \"quoted\\{number}\"");
        }

        await site.UntilCountedAsync(120);

        var series = (await site.MetricsAsync()).Keys;

        Assert.InRange(series.Count(name => name.StartsWith("feedapi_reader_requests_total", StringComparison.Ordinal)), 20, 20);
        Assert.InRange(series.Count(name => name.StartsWith("feedapi_feed_requests_total", StringComparison.Ordinal)), 1, 20);
        Assert.InRange(series.Count, 50, 400);
    }

    [Fact]
    public async Task Two_servers_in_one_process_tell_their_own_numbers()
    {
        await using var other = await LimitedSite.StartAsync();
        await other.TextAsync("/feed.json");

        Assert.DoesNotContain("feedapi_feed_requests_total{feed=\"/feed.json\"}", (await site.MetricsAsync()).Keys);
    }

    // The text format 0.0.4: comments, and names with labels and a number.
    [GeneratedRegex(
        """^(# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .*|[a-zA-Z_:][a-zA-Z0-9_:]*"""
        + """(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\[\\"n])*",?)*\})? (NaN|[+-]?Inf|[-+0-9.eE]+))$""")]
    private static partial Regex Line();
}

using System.Net;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Tests.Catalog.Search;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>What people and programs get when something is wrong.</summary>
public sealed class ErrorPageTests
{
    private const string Chrome =
        "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
        + "application/signed-exchange;v=b3;q=0.7";

    [Theory]
    [InlineData(Chrome, true)]
    [InlineData("Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("Accept: text/html", true)]
    [InlineData("Accept: application/json;q=0.5, text/html;q=0.6", true)]
    [InlineData("Accept: application/problem+json;q=0, */*, text/html", false)]
    [InlineData("Accept: application/json;q=0.6, text/html;q=0.5", false)]
    [InlineData("Accept: text/html, application/json", false)]
    [InlineData("Accept: text/html, application/problem+json", false)]
    [InlineData("Accept: text/html;q=0", false)]
    [InlineData("Accept: */*", false)]
    [InlineData("Accept: text/*", false)]
    [InlineData("Accept: application/json", false)]
    [InlineData("Accept: application/rss+xml, application/atom+xml, text/html;q=0.5, */*;q=0.1", false)]
    [InlineData("Accept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", false)]
    [InlineData("User-Agent: curl", false)]
    public async Task Accept_decides_between_page_and_document(string field, bool isPage)
    {
        await using var site = await TestSite.StartSampleAsync();

        using var response = await site.GetAsync("/nowhere", field);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(isPage ? "text/html; charset=utf-8" : "application/problem+json", response.Field("Content-Type"));
        Assert.Equal("Accept, Accept-Encoding", response.Field("Vary"));
        Assert.Equal("no-store", response.Field("Cache-Control"));
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/?cursor=x", 400)]
    [InlineData("/categories/none", 404)]
    [InlineData("/feed.rss?limit=x", 400)]
    [InlineData("/api/v1/articles/none", 404)]
    [InlineData("/api/v1/articles?limit=x", 400)]
    public async Task A_page_leads_home_and_runs_nothing(string address, int status)
    {
        await using var site = await TestSite.StartSampleAsync();

        using var response = await site.GetAsync(address, Chrome);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains("<html lang=\"zh-CN\">", body, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/\" rel=\"home\">返回首页</a>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canonical", body, StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", response.Field("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(
            (await site.GetAsync("/")).Field("Content-Security-Policy"), response.Field("Content-Security-Policy"));
        Assert.Equal("same-origin", response.Field("Cross-Origin-Resource-Policy"));
        using var head = await site.SendAsync(HttpMethod.Head, address, Chrome);
        Assert.Equal(response.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_page_shows_what_was_sent_as_text()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: <T>\n").With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n"));

        var body = await (await site.GetAsync("/categories/%3Cscript%3Ex", Chrome)).Content
            .ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("&lt;script&gt;x", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("To the home page", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_article_and_a_method_that_is_not_allowed_have_pages_too()
    {
        await using var site = await TestSite.StartSampleAsync();
        var address = new Uri((string)(await site.JsonAsync("/api/v1/articles/2024-01-01-one"))["url"]!).AbsolutePath;
        File.Delete(site.Content.Full("_posts/2024-01-01-one.md"));
        await TestSite.UntilAsync(async () => (int)(await site.GetAsync(address)).StatusCode == 410, "the article is gone");

        using var gone = await site.GetAsync(address, Chrome);
        using var post = await site.SendAsync(HttpMethod.Post, "/", Chrome);

        Assert.Equal((410, "text/html"), ((int)gone.StatusCode, gone.Content.Headers.ContentType!.MediaType));
        Assert.Equal((405, "text/html"), ((int)post.StatusCode, post.Content.Headers.ContentType!.MediaType));
        Assert.Contains("GET", post.Content.Headers.Allow);
        Assert.Equal("application/problem+json", (await site.GetAsync(address)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_is_busy_has_a_page_that_says_when_to_come_back()
    {
        await using var site = new TestSite
        {
            Arguments =
            [
                "--Site:Url", "https://example.org", "--Http:TrustedProxies", "127.0.0.1", "--Limits:Client:Requests", "10",
                "--Limits:Client:Seconds", "3600",
            ],
        };
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();
        for (var i = 0; i < 20; i++) (await site.GetAsync("/nowhere", "X-Forwarded-For: 203.0.113.9")).Dispose();

        using var page = await site.GetAsync("/nowhere", "X-Forwarded-For: 203.0.113.9", Chrome);
        using var document = await site.GetAsync("/nowhere", "X-Forwarded-For: 203.0.113.9");

        Assert.Equal((429, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal((429, "application/problem+json"), ((int)document.StatusCode, document.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.Equal("Accept, Accept-Encoding", page.Field("Vary"));
    }

    [Fact]
    public async Task A_search_that_is_refused_has_a_page_that_says_when_to_come_back()
    {
        await using var site = new TestSite
        {
            Arguments = ["--Site:Url", "https://example.org", "--Search:Concurrency=1", "--Search:MaxWaiting=1"],
        };
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();
        await using var searches = await BusySearches.StartAsync(site, waiting: 1);

        using var page = await site.GetAsync("/feed.rss?q=other", Chrome);
        using var document = await site.GetAsync("/feed.rss?q=other");

        var body = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((503, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("rel=\"home\"", body, StringComparison.Ordinal);
        Assert.Equal((503, "application/problem+json"), ((int)document.StatusCode, document.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(page.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_failure_of_the_server_has_a_page_that_tells_nothing_of_it()
    {
        var clock = new FailingClock();
        await using var site = new TestSite { Work = clock };
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();

        clock.FailWithinNextSearch();
        using var page = await site.GetAsync("/feed.rss?q=other", Chrome);
        clock.FailWithinNextSearch();
        using var document = await site.GetAsync("/feed.rss?q=other");

        var body = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((500, "text/html"), ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Contains("rel=\"home\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain(FailingClock.Reason, body, StringComparison.Ordinal);
        Assert.Equal((500, "application/problem+json"), ((int)document.StatusCode, document.Content.Headers.ContentType!.MediaType));
        Assert.Equal(200, (int)(await site.GetAsync("/feed.rss?q=other")).StatusCode);
    }

    [Theory]
    [InlineData("/health/none")]
    [InlineData("/health/live/x")]
    public async Task Health_checks_stay_documents(string address)
    {
        await using var site = await TestSite.StartSampleAsync();

        Assert.Equal("application/problem+json", (await site.GetAsync(address, Chrome)).Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "application/problem+json",
            (await site.Management.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", "text/html" } } },
                TestContext.Current.CancellationToken)).Content.Headers.ContentType!.MediaType);
    }

    // Each search reads the clock before it begins, and then for its budget.
    private sealed class FailingClock : ThreadClock
    {
        public const string Reason = "the clock stands";

        private int readingsLeft;

        public override TimeSpan Used =>
            Interlocked.Decrement(ref readingsLeft) == 0 ? throw new InvalidOperationException(Reason) : base.Used;

        public void FailWithinNextSearch() => Volatile.Write(ref readingsLeft, 2);
    }
}

using System.Text.Json.Nodes;
using FeedApi.Catalog;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Operations;

/// <summary>One article is taken down: by its file or by a request.</summary>
public sealed class WithdrawalTests
{
    private const string Id = "2024-01-01-one";
    private const string Endpoint = "/api/v1/withdraw/" + Id;
    private const string Post = "_posts/2024-01-01-one.md";
    private const string Text = "---\ntitle: Secret matter\ncategory: News\n---\nConfidential words.\n";

    private static readonly string[] Places =
    [
        "/", "/feed.rss", "/feed.atom", "/feed.json", "/categories/News/feed.rss", "/api/v1/articles", "/api/v1/articles?q=confidential",
    ];

    [Fact]
    public async Task A_request_removes_the_article_from_everything_before_it_is_answered()
    {
        await using var site = await StartAsync();
        foreach (var place in Places) await site.TextAsync(place);

        Assert.Equal(
            (200, """{"id":"2024-01-01-one","withdrawn":true,"published":false}"""), await SendAsync(site, HttpMethod.Post, Endpoint));

        await AssertGoneAsync(site);
        Assert.Equal(1, site.Log.CountOf(PublishingEvents.Withdrawal));
    }

    [Fact]
    public async Task It_stays_withdrawn_over_a_restart_a_new_index_and_whatever_becomes_of_the_file()
    {
        await using var site = await StartAsync();
        await SendAsync(site, HttpMethod.Post, Endpoint);

        await site.RestartAsync();
        await AssertGoneAsync(site);

        await site.RestartWithoutIndexAsync();
        await AssertGoneAsync(site);

        await site.StopAsync();
        foreach (var file in Directory.EnumerateFiles(site.Data).Where(file => !file.EndsWith("withdrawn.json", StringComparison.Ordinal)))
            File.Delete(file);
        File.Delete(site.Content.Full(".feedapi-withdrawn.json"));
        await site.StartAsync();
        await AssertGoneAsync(site);
        Assert.Equal(404, (int)(await site.GetAsync("/.feedapi-withdrawn.json")).StatusCode);

        site.Content.With(Post, Text.Replace("words", "words, again", StringComparison.Ordinal));
        await UntilReadAsync(site, "2024-01-05-after");
        await AssertGoneAsync(site);

        Directory.CreateDirectory(site.Content.Full("_posts/moved"));
        File.Move(site.Content.Full(Post), site.Content.Full("_posts/moved/2024-01-01-one.md"));
        await UntilReadAsync(site, "2024-01-06-last");
        await AssertGoneAsync(site);

        await SendAsync(site, HttpMethod.Delete, Endpoint);
        Assert.Contains("Secret matter", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_undone_and_both_may_be_asked_for_twice()
    {
        await using var site = await StartAsync();
        var first = await SendAsync(site, HttpMethod.Post, Endpoint);
        Assert.Equal(first, await SendAsync(site, HttpMethod.Post, Endpoint));

        var undone = await SendAsync(site, HttpMethod.Delete, Endpoint);
        Assert.Equal((200, """{"id":"2024-01-01-one","withdrawn":false,"published":true}"""), undone);
        Assert.Equal(undone, await SendAsync(site, HttpMethod.Delete, Endpoint));

        Assert.Contains("Secret matter", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        Assert.Contains("Secret matter", await site.TextAsync("/articles/2024-01-01-one"), StringComparison.Ordinal);
        Assert.False(File.Exists(site.Content.Full(".feedapi-withdrawn.json")));
    }

    [Fact]
    public async Task An_unknown_id_is_not_found_and_other_listeners_and_browsers_may_not_ask()
    {
        await using var site = await StartAsync();

        Assert.Equal(404, (await SendAsync(site, HttpMethod.Post, "/api/v1/withdraw/none")).Status);
        Assert.Equal(404, (await SendAsync(site, HttpMethod.Delete, "/api/v1/withdraw/none")).Status);
        Assert.Equal(404, (int)(await site.SendAsync(HttpMethod.Post, Endpoint)).StatusCode);
        Assert.Equal(403, (await SendAsync(site, HttpMethod.Post, Endpoint, "Origin", "https://evil.example")).Status);
        Assert.Equal(403, (await SendAsync(site, HttpMethod.Post, Endpoint, "Sec-Fetch-Site", "cross-site")).Status);
        Assert.Contains("Secret matter", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdrawn: true")]
    [InlineData("withdrawn: by order of a court")]
    [InlineData("withdrawn: 2024-05-01")]
    public async Task Its_file_can_say_so(string frontMatter)
    {
        await using var site = await StartAsync();

        site.Content.With(Post, Text.Replace("title:", frontMatter + "\ntitle:", StringComparison.Ordinal));
        await TestSite.UntilAsync(async () => (int)(await site.GetAsync("/api/v1/articles/" + Id)).StatusCode == 410, "it is gone");
        await AssertGoneAsync(site);

        await site.RestartWithoutIndexAsync();
        await AssertGoneAsync(site);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Theory]
    [InlineData("withdrawn: false", 1, 0)]
    [InlineData("withdrawn:", 1, 0)]
    [InlineData("withdrawm: true", 0, 1)]
    public async Task A_misspelt_key_never_shows_the_post(string frontMatter, int shown, int problems)
    {
        await using var site = await TestSite.StartAsync(content => content.With(
            Post, Text.Replace("title:", frontMatter + "\ntitle:", StringComparison.Ordinal)));

        Assert.Equal(shown, (await site.IdsAsync()).Length);
        Assert.Equal(problems, (await site.ProblemsAsync()).Count);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_stops_the_start()
    {
        await using var site = await StartAsync();
        await SendAsync(site, HttpMethod.Post, Endpoint);
        await site.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(site.Data, "withdrawn.json"), "[{", TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<CatalogException>(site.StartAsync);

        Assert.Contains("withdrawn.json", failure.Message, StringComparison.Ordinal);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => content
        .With(Post, Text)
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: News\n---\nx\n"));

    private static Task UntilReadAsync(TestSite site, string id)
    {
        site.Content.With($"_posts/{id}.md", "---\ntitle: Other\n---\nx\n");
        return TestSite.UntilAsync(async () => (await site.IdsAsync()).Contains(id), "the new file is read");
    }

    private static async Task AssertGoneAsync(TestSite site)
    {
        foreach (var place in Places)
        {
            var body = await site.TextAsync(place);
            Assert.DoesNotContain("Secret matter", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Confidential", body, StringComparison.Ordinal);
        }

        foreach (var address in (string[])["/articles/" + Id, "/api/v1/articles/" + Id])
        {
            using var answer = await site.GetAsync(address);
            Assert.Equal(410, (int)answer.StatusCode);
            Assert.DoesNotContain(
                "Secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Contains("deleted-entry", await site.TextAsync("/feed.atom"), StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Body)> SendAsync(
        TestSite site, HttpMethod method, string address, string? field = null, string value = "")
    {
        using var request = new HttpRequestMessage(method, address);
        if (field is not null) request.Headers.TryAddWithoutValidation(field, value);
        using var answer = await site.Management.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        body.Remove("since");
        return ((int)answer.StatusCode, body.ToJsonString());
    }
}

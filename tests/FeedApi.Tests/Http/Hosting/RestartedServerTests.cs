using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

public sealed class RestartedServerTests
{
    private static readonly string[] Addresses =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/feed.rss?tag=b&limit=1", "/categories/News/feed.rss",
        "/tags/b/feed.atom", "/authors/Ann/feed.json", "/opml.xml", "/openapi.json", "/api/v1/site",
        "/api/v1/articles", "/api/v1/articles/2024-01-01-one", "/api/v1/categories",
    ];

    [Fact]
    public async Task H1_a_restart_changes_no_body_and_no_ETag()
    {
        await using var site = await TestSite.StartSampleAsync();
        var before = await StateAsync(site);

        await site.RestartAsync();

        Assert.Equal(before, await StateAsync(site));
    }

    [Fact]
    public async Task H1_an_index_made_anew_changes_no_body_and_no_ETag()
    {
        await using var site = await TestSite.StartSampleAsync();
        var before = await StateAsync(site);

        await (await site.GetAsync("/opml.xml")).SecondOfLastModifiedAsync();
        await site.RestartWithoutIndexAsync();

        Assert.Equal(before, await StateAsync(site));
    }

    [Fact]
    public async Task H6_a_restart_does_not_move_Last_Modified()
    {
        await using var site = await TestSite.StartSampleAsync();
        await (await site.GetAsync("/feed.rss")).SecondOfLastModifiedAsync();
        var before = (await site.GetAsync("/feed.rss")).Field("Last-Modified");

        await site.RestartAsync();

        Assert.Equal(before, (await site.GetAsync("/feed.rss")).Field("Last-Modified"));
    }

    [Theory]
    [InlineData("_config.yml", "title: New title\ntimezone: Asia/Shanghai\n", "/feed.rss")]
    [InlineData("_data/categories.yml", "News: {description: Described}\n", "/categories/News/feed.rss")]
    public async Task H6_changed_settings_move_Last_Modified_and_ETag_of_what_shows_them(string file, string text, string address)
    {
        await using var site = await TestSite.StartSampleAsync();
        using var before = await site.GetAsync(address);
        await site.StopAsync();
        await before.SecondOfLastModifiedAsync();

        site.Content.With(file, text);
        await site.StartAsync();

        await TestSite.UntilAsync(
            async () => (await site.GetAsync(address)).Content.Headers.LastModified > before.Content.Headers.LastModified,
            "Last-Modified has moved");
        Assert.NotEqual(before.Field("ETag"), (await site.GetAsync(address)).Field("ETag"));
    }

    [Fact]
    public async Task A_document_made_before_new_settings_are_in_effect_is_made_again()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1));
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\n---\nx\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\n---\nx\n"), time);
        await site.StopAsync();
        site.Content.With("_data/categories.yml", "News: News of the day\n");
        // A file that was just saved must settle, for which the first scan waits until the clock moves.
        File.SetLastWriteTimeUtc(site.Content.Full("_posts/2024-01-02-two.md"), time.GetUtcNow().UtcDateTime);

        await site.StartAsync();
        Assert.DoesNotContain("News of the day", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);

        await TestSite.UntilAsync(async () =>
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            return (await site.TextAsync("/feed.rss")).Contains("News of the day", StringComparison.Ordinal);
        }, "the new name is shown");
    }

    [Fact]
    public async Task A_cursor_outlives_a_restart()
    {
        await using var site = await TestSite.StartSampleAsync();
        var next = (string)(await site.JsonAsync("/api/v1/articles?limit=1"))["page"]!["next"]!;

        await site.RestartAsync();

        Assert.Equal("2024-01-02-two", (string?)(await site.JsonAsync(next["https://example.org".Length..]))["data"]![0]!["id"]);
    }

    [Fact]
    public async Task A_post_changed_while_the_server_was_down_is_shown()
    {
        await using var site = await TestSite.StartSampleAsync();
        await site.StopAsync();

        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: Changed\ncategory: News\n---\nx\n");
        await site.StartAsync();

        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("Changed", StringComparison.Ordinal), "the change is shown");
    }

    private static async Task<List<(string Address, string? ETag, string Body)>> StateAsync(TestSite site)
    {
        var state = new List<(string, string?, string)>();
        foreach (var address in Addresses)
            state.Add((address, (await site.GetAsync(address)).Field("ETag"), await site.TextAsync(address)));
        return state;
    }
}

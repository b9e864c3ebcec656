using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset DueAt = new(2030, 1, 1, 0, 0, 20, TimeSpan.Zero);

    private static readonly string[] Addresses =
    [
        "/", "/feed.rss", "/feed.atom", "/feed.json", "/opml.xml", "/api/v1/articles?content=html",
        "/api/v1/categories", "/api/v1/tags", "/api/v1/authors", "/api/v1/site", "/categories", "/tags", "/authors",
    ];

    [Fact]
    public async Task Posts_that_are_not_published_are_in_no_output_of_any_kind()
    {
        const string terms = "category: Hush\ntags: [hushed]\nauthor: Hushmaker\n";
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
            .With("_posts/2024-01-02-hush.md", $"---\ntitle: Hush\ndraft: true\n{terms}---\nhush\n")
            .With("_posts/2024-01-03-hush.md", $"---\ntitle: Hush\npublished: false\n{terms}---\nhush\n")
            .With("_posts/2999-01-01-hush.md", $"---\ntitle: Hush\n{terms}---\nhush\n"));

        foreach (var address in Addresses) Assert.DoesNotContain("hush", await site.TextAsync(address), StringComparison.OrdinalIgnoreCase);
        string[] hidden =
        [
            "/articles/2024-01-02-hush", "/articles/2999-01-01-hush", "/api/v1/articles/2024-01-03-hush",
            "/api/v1/articles/2999-01-01-hush", "/categories/Hush/feed.rss", "/api/v1/tags/hushed", "/authors/Hushmaker",
        ];
        foreach (var address in hidden) Assert.Equal(404, (int)(await site.GetAsync(address)).StatusCode);
        Assert.Equal(400, (int)(await site.GetAsync("/api/v1/articles?category=Hush")).StatusCode);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task A_scheduled_post_appears_at_its_second_and_changes_the_feeds_validator()
    {
        var clock = new ObservedClock(DueAt.AddSeconds(-20));
        await using var site = await TestSite.StartAsync(
            content => content.With("_posts/2030-01-01-later.md", "---\ntitle: Later\ndate: 2030-01-01 00:00:20 +0000\n---\nx\n"), clock);
        var before = (await site.GetAsync("/feed.rss")).Headers.ETag;

        await clock.UntilTimerAsync(DueAt);
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Empty(await site.IdsAsync());

        clock.Advance(TimeSpan.FromSeconds(1));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "the post is there");
        Assert.NotEqual(before, (await site.GetAsync("/feed.rss")).Headers.ETag);
    }

    [Fact]
    public async Task A_scheduled_post_is_not_forgotten_over_a_restart()
    {
        var clock = new ObservedClock(DueAt.AddSeconds(-20));
        await using var site = await TestSite.StartAsync(
            content => content.With("_posts/2030-01-01-later.md", "---\ntitle: Later\ndate: 2030-01-01 00:00:20 +0000\n---\nx\n"), clock);
        await site.StopAsync();
        clock.Advance(TimeSpan.FromSeconds(5));
        await site.StartAsync();
        Assert.Empty(await site.IdsAsync());

        await clock.UntilTimerAsync(DueAt);
        clock.Advance(TimeSpan.FromSeconds(15));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "the post is there");
    }

    [Fact]
    public async Task A_post_that_becomes_a_draft_leaves()
    {
        await using var site = await TestSite.StartSampleAsync();

        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\ndraft: true\n---\nx\n");

        await TestSite.UntilAsync(async () => !(await site.IdsAsync()).Contains("2024-01-01-one"), "the draft has left");
        Assert.Equal(410, (int)(await site.GetAsync("/api/v1/articles/2024-01-01-one")).StatusCode);
    }
}

using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing;

public sealed class ExpiryTests
{
    private const string Post = "_posts/2030-01-01-offer.md";
    private const string Expiring = "---\ntitle: Offer\ndate: 2029-12-31\ncategory: Deals\nexpiryDate: 2030-01-01T00:00:20Z\n---\nx\n";

    private readonly ObservedClock clock = new(Second(0));

    [Fact]
    public async Task An_expiring_post_leaves_everything_at_its_second_and_leaves_a_tombstone()
    {
        await using var site = await StartAsync(content => content.With(Post, Expiring));
        var before = (await site.GetAsync("/categories/Deals/feed.atom")).Headers.ETag;
        await clock.UntilTimerAsync(Second(20));
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Single(await site.IdsAsync());

        clock.Advance(TimeSpan.FromSeconds(1));
        await UntilGoneAsync(site);

        Assert.Equal(410, (int)(await site.GetAsync("/articles/2030-01-01-offer")).StatusCode);
        Assert.Equal(410, (int)(await site.GetAsync("/api/v1/articles/2030-01-01-offer")).StatusCode);
        Assert.Contains("deleted-entry", await site.TextAsync("/feed.atom"), StringComparison.Ordinal);
        Assert.NotEqual(before, (await site.GetAsync("/categories/Deals/feed.atom")).Headers.ETag);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task An_expiry_is_not_forgotten_over_a_restart_nor_missed_while_the_server_is_down()
    {
        await using var site = await StartAsync(content => content
            .With(Post, Expiring)
            .With("_posts/2030-01-01-sale.md", Expiring.Replace(":20Z", ":40Z", StringComparison.Ordinal)));
        await site.RestartAsync();
        Assert.Equal(2, (await site.IdsAsync()).Length);
        await clock.UntilTimerAsync(Second(20));
        clock.Advance(TimeSpan.FromSeconds(20));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "the first one is gone");

        await site.StopAsync();
        clock.Advance(TimeSpan.FromSeconds(20));
        await site.StartAsync();

        await UntilGoneAsync(site);
    }

    [Fact]
    public async Task An_expired_post_is_not_published_at_all()
    {
        await using var site = await StartAsync(content => content
            .With(Post, Expiring.Replace("2030-01-01T00:00:20Z", "2029-12-31T23:59:59Z", StringComparison.Ordinal)));

        Assert.Empty(await site.IdsAsync());
        Assert.Equal(404, (int)(await site.GetAsync("/api/v1/articles/2030-01-01-offer")).StatusCode);
    }

    [Fact]
    public async Task A_later_expiry_keeps_the_post()
    {
        await using var site = await StartAsync(content => content.With(Post, Expiring));
        site.Content.With(
            Post, Expiring.Replace(":20Z", ":50Z", StringComparison.Ordinal).Replace("Offer", "Longer", StringComparison.Ordinal));
        await UntilReadAsync(async () => (await site.TextAsync("/feed.rss")).Contains("Longer", StringComparison.Ordinal));

        clock.SetUtcNow(Second(40));
        site.Content.With("_posts/2029-01-01-other.md", "---\ntitle: Other\n---\nx\n");
        await UntilReadAsync(async () => (await site.IdsAsync()).Length == 2);

        await clock.UntilTimerAsync(Second(50));
        clock.SetUtcNow(Second(50));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()) is ["2029-01-01-other"], "it is gone");
    }

    [Fact]
    public async Task The_last_good_version_of_a_broken_post_expires_too()
    {
        await using var site = await StartAsync(content => content.With(Post, Expiring));
        site.Content.With(Post, "---\ntitle: Cut off\n");
        await UntilReadAsync(async () => (await site.ProblemsAsync()).Count > 0);
        Assert.Single(await site.IdsAsync());

        await clock.UntilTimerAsync(Second(20));
        clock.SetUtcNow(Second(20));

        await UntilGoneAsync(site);
        Assert.Equal("The post is held back.", (string?)(await site.ProblemsAsync())[0]!["action"]);
    }

    [Fact]
    public async Task A_post_appears_at_its_publish_date_and_shows_its_date()
    {
        await using var site = await StartAsync(content => content
            .With(
                "_posts/a.md",
                "---\ntitle: A\ndate: 2020-02-02\npublishDate: 2030-01-01T00:00:10Z\nexpiryDate: 2030-01-01T00:00:20Z\n---\nx\n")
            .With("_posts/b.md", "---\ntitle: B\ndate: 2035-01-01\npublish_date: 2029-12-31\n---\nx\n"));
        Assert.Equal(["b"], await site.IdsAsync());

        await clock.UntilTimerAsync(Second(10));
        clock.Advance(TimeSpan.FromSeconds(10));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "it is there");
        Assert.StartsWith("2020-02-02", (string?)(await site.JsonAsync("/api/v1/articles/a"))["published"], StringComparison.Ordinal);

        await clock.UntilTimerAsync(Second(20));
        clock.Advance(TimeSpan.FromSeconds(10));
        await TestSite.UntilAsync(async () => await site.IdsAsync() is ["b"], "it is gone");
    }

    [Fact]
    public async Task A_date_that_is_none_is_told_and_hides_nothing()
    {
        await using var site = await StartAsync(content =>
            content.With(Post, "---\ntitle: A\ndate: 2029-01-01\nexpiryDate: soon\npublishDate: later\n---\nx\n"));

        Assert.Single(await site.IdsAsync());
        Assert.Equal(["bad-date", "bad-date"], (await site.ProblemsAsync()).Select(problem => (string?)problem!["code"]));
    }

    private static DateTimeOffset Second(int second) => new(2030, 1, 1, 0, 0, second, TimeSpan.Zero);

    // A file must rest for a moment of this clock before it is read.
    private Task UntilReadAsync(Func<Task<bool>> condition) => TestSite.UntilAsync(
        async () =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            return await condition();
        },
        "the change is read");

    private static Task UntilGoneAsync(TestSite site) =>
        TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 0, "the post is gone");

    private Task<TestSite> StartAsync(Action<ContentFolder> fill) => TestSite.StartAsync(fill, clock);
}

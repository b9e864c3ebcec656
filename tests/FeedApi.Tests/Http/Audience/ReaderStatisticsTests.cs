using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Limits;
using FeedApi.Tests.Http.Telemetry;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Http.Audience;

public sealed class ReaderStatisticsTests : IAsyncLifetime
{
    private const string Feedly = "Feedly/1.0 (+http://www.feedly.com/fetcher.html; {0} subscribers; )";
    private const string Miniflux = "Mozilla/5.0 (compatible; Miniflux/2.2.5; +https://miniflux.app)";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private TestSite site = null!;
    private int polls;

    public async ValueTask InitializeAsync()
    {
        site = new TestSite { Time = clock, Arguments = ["--Site:Url=https://example.org", LimitedSite.LoopbackIsProxy] };
        site.Content.With("_config.yml", "title: Tides\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\n---\nFirst.\n");
        await site.StartAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Subscribers_are_what_services_said_last()
    {
        await PollAsync("/feed.rss", Of(Feedly, 100));
        await PollAsync("/feed.rss", Of(Feedly, 120));
        await PollAsync("/feed.rss", "Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 27 subscribers; )");
        await PollAsync("/feed.rss", "Overcast/1.0 (1 subscribers; feed-id=1)");
        await PollAsync("/feed.rss", "Overcast/1.0 (2 subscribers; feed-id=2)");

        var feed = await FeedAsync("/feed.rss");

        Assert.Equal(120 + 27 + 1 + 2, (int)feed["subscribers"]!);
        Assert.Equal(("Feedly", 120), ((string?)feed["services"]![0]!["name"], (int)feed["services"]![0]!["subscribers"]!));
        Assert.Equal(0, (int)feed["readers_today"]!);
    }

    [Fact]
    public async Task A_service_that_stays_away_for_a_week_is_forgotten()
    {
        await PollAsync("/feed.rss", Of(Feedly, 100));
        await site.UntilCountedAsync(1);
        clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(100, (int)(await FeedAsync("/feed.rss"))["subscribers"]!);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (int)(await FeedAsync("/feed.rss"))["subscribers"]!);
    }

    [Fact]
    public async Task Readers_are_different_networks_and_programs_on_one_day()
    {
        for (var poll = 0; poll < 3; poll++)
        {
            for (var client = 1; client <= 8; client++) await PollAsync("/feed.rss", Miniflux, $"X-Forwarded-For: 203.0.113.{client}");
            await PollAsync("/feed.rss", "curl/8.11.0", "X-Forwarded-For: 203.0.113.1");
        }

        // An estimate: each two of them may share one of 256 registers, by the salt of the day. More than three hardly ever do.
        Assert.InRange((int)(await FeedAsync("/feed.rss"))["readers_today"]!, 6, 10);
        clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = await FeedAsync("/feed.rss");
        Assert.Equal(0, (int)tomorrow["readers_today"]!);
        Assert.InRange((int)tomorrow["readers_yesterday"]!, 6, 10);
    }

    [Fact]
    public async Task Conditions_show_how_a_feed_and_its_readers_poll()
    {
        polls++;
        using var first = await site.GetAsync("/feed.rss", "User-Agent: " + Miniflux);
        for (var poll = 0; poll < 3; poll++) await PollAsync("/feed.rss", Miniflux, $"If-None-Match: {first.Headers.ETag}");
        for (var poll = 0; poll < 2; poll++) await PollAsync("/feed.rss", "BadBot/1.0");

        var feed = await FeedAsync("/feed.rss");
        Assert.Equal((6, 0.5, 3), ((int)feed["requests"]!, (double)feed["not_modified_share"]!, (int)feed["unconditional"]!));
        var readers = (await StatisticsAsync())["readers"]!.AsArray();
        Assert.Equal(["BadBot", "Miniflux"], readers.Select(reader => (string)reader!["name"]!));
        Assert.Equal(
            (4, 0.75, 1), ((int)readers[1]!["requests"]!, (double)readers[1]!["not_modified_share"]!, (int)readers[1]!["unconditional"]!));
    }

    [Fact]
    public async Task Subscribers_of_a_search_are_not_those_of_the_feed()
    {
        await PollAsync("/feed.rss", Of(Feedly, 100));
        await PollAsync("/feed.rss?q=First", Of(Feedly, 2));

        Assert.Equal(100, (int)(await FeedAsync("/feed.rss"))["subscribers"]!);
        Assert.Equal(1, (int)(await FeedAsync("queries"))["requests"]!);
    }

    [Fact]
    public async Task Only_feeds_that_exist_are_counted()
    {
        await PollAsync("/feed.rss", Miniflux);
        await PollAsync("/categories/nothing/feed.rss", Miniflux);
        await PollAsync("/api/v1/articles", Miniflux);
        await PollAsync("/", Miniflux);

        Assert.Equal("/feed.rss", (string?)Assert.Single((await StatisticsAsync())["feeds"]!.AsArray())!["path"]);
    }

    [Fact]
    public async Task Invented_names_are_bounded_and_known_readers_are_still_told()
    {
        for (var number = 0; number < 1_200; number++) await PollAsync("/feed.rss", $"Invented{number}/1.0");
        await PollAsync("/feed.rss", Miniflux);

        var names = (await StatisticsAsync())["readers"]!.AsArray().Select(reader => (string)reader!["name"]!).ToArray();

        Assert.InRange(names.Length, 900, 1_002);
        Assert.Contains("other", names);
        Assert.Contains("Miniflux", names);
    }

    [Fact]
    public async Task Nothing_told_has_an_address_and_no_cookie_is_set()
    {
        using var polled = await site.GetAsync("/feed.rss", "User-Agent: " + Miniflux, "X-Forwarded-For: 203.0.113.77", "Cookie: id=1");
        await site.UntilCountedAsync(1);
        var told = await site.Management.GetStringAsync("/api/v1/readers", TestContext.Current.CancellationToken)
            + await site.Management.GetStringAsync("/metrics", TestContext.Current.CancellationToken)
            + string.Concat(site.Log.All.Select(entry => entry.Text));

        Assert.DoesNotContain("203.0.113", told, StringComparison.Ordinal);
        Assert.False(polled.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_public_is_told_nothing()
    {
        using var answer = await site.GetAsync("/api/v1/readers");

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_answer_is_of_the_moment()
    {
        using var answer = await site.Management.GetAsync("/api/v1/readers", TestContext.Current.CancellationToken);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static string Of(string agent, int subscribers) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, agent, subscribers);

    private async Task PollAsync(string address, string agent, params string[] fields)
    {
        polls++;
        using var answer = await site.GetAsync(address, ["User-Agent: " + agent, .. fields]);
    }

    private async Task<JsonNode> StatisticsAsync()
    {
        await site.UntilCountedAsync(polls);
        return JsonNode.Parse(await site.Management.GetStringAsync("/api/v1/readers", TestContext.Current.CancellationToken))!;
    }

    private async Task<JsonNode> FeedAsync(string path) =>
        (await StatisticsAsync())["feeds"]!.AsArray().Single(feed => (string?)feed!["path"] == path)!;
}

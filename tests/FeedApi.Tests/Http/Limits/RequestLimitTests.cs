using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Limits;

/// <summary>F3, F4, F6: limits that stop what runs wild and nobody else. Every test is a client, or several, of its own.</summary>
public sealed class RequestLimitTests : IAsyncLifetime
{
    private const int Many = 50;

    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await LimitedSite.StartAsync(LimitedSite.LoopbackIsProxy);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task F4_a_feed_may_be_fetched_ten_times_at_once_and_no_oftener() =>
        Assert.Equal(LimitedSite.Requests, await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", "203.0.113.1")));

    [Fact]
    public async Task F4_who_is_refused_one_feed_has_the_others()
    {
        await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", "203.0.113.2"));

        Assert.Equal(429, await site.StatusAsync("/feed.rss", "203.0.113.2"));
        Assert.Equal(200, await site.StatusAsync("/feed.atom", "203.0.113.2"));
        Assert.Equal(200, await site.StatusAsync("/categories/News/feed.rss", "203.0.113.2"));
        Assert.Equal(200, await site.StatusAsync("/", "203.0.113.2"));
    }

    [Fact]
    public async Task F4_one_client_takes_nothing_from_another()
    {
        await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", "203.0.113.3"));

        Assert.Equal(200, await site.StatusAsync("/feed.rss", "203.0.113.4"));
    }

    [Theory]
    [InlineData("/api/v1/articles?q=one")]
    [InlineData("/api/v1/articles?include=facets")]
    [InlineData("/feed.rss?q=one")]
    [InlineData("/api/v1/tags?q=a")]
    public async Task A_search_counts_as_ten_requests(string address)
    {
        var client = $"203.0.113.{100 + (address.Length % 100)}";

        Assert.Equal(1, await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync(address, client)));
        Assert.Equal(429, await site.StatusAsync("/api/v1/articles", client));
        Assert.Equal(200, await site.StatusAsync("/feed.rss", client));
    }

    [Fact]
    public async Task F6_a_304_costs_a_quarter()
    {
        using var feed = await site.GetAsync("/feed.rss");
        var condition = $"If-None-Match: {feed.Headers.ETag}";

        var answered = await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", "203.0.113.5", condition));

        // The last one needs a whole request in the bucket before it is known to be a 304.
        Assert.Equal((4 * LimitedSite.Requests) - 3, answered);
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_64_are_one_client() =>
        Assert.Equal(
            LimitedSite.Requests,
            await LimitedSite.AnsweredAsync(Many, count => site.StatusAsync("/feed.rss", $"2001:db8:0:1:{count:x}::{count:x}")));

    [Fact]
    public async Task Addresses_of_different_IPv6_64s_are_different_clients() =>
        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, count => site.StatusAsync("/feed.rss", $"2001:db8:1:{count:x}::1")));

    [Fact]
    public async Task An_IPv4_address_is_one_client_in_either_spelling() =>
        Assert.Equal(
            LimitedSite.Requests,
            await LimitedSite.AnsweredAsync(
                Many, count => site.StatusAsync("/feed.rss", count % 2 == 0 ? "203.0.113.6" : "::ffff:203.0.113.6")));

    [Fact]
    public async Task The_API_and_feeds_of_queries_share_a_limit()
    {
        string[] addresses = ["/api/v1/articles", "/api/v1/site", "/feed.rss?tag=a", "/feed.json?category=News", "/api/v1/categories"];

        Assert.Equal(
            LimitedSite.Requests,
            await LimitedSite.AnsweredAsync(Many, count => site.StatusAsync(addresses[count % addresses.Length], "203.0.113.7")));
        Assert.Equal(200, await site.StatusAsync("/feed.rss", "203.0.113.7"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_never_refused(string address)
    {
        await using var strict = await LimitedSite.StartAsync(
            LimitedSite.LoopbackIsProxy, "--Limits:Client:Requests=1", "--Limits:Client:Seconds=3600");

        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, _ => strict.StatusAsync(address, "203.0.113.8")));
        Assert.Equal((200, 429), (await strict.StatusAsync("/", "203.0.113.8"), await strict.StatusAsync("/", "203.0.113.8")));
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("10.1.2.3")]
    [InlineData("172.17.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    public async Task Clients_of_this_machine_and_of_private_networks_are_not_limited(string client) =>
        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", client)));

    [Fact]
    public async Task Limits_can_be_turned_off()
    {
        await using var open = await LimitedSite.StartAsync(LimitedSite.LoopbackIsProxy, "--Limits:Enabled=false");

        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, _ => open.StatusAsync("/feed.rss", "203.0.113.9")));
    }
}

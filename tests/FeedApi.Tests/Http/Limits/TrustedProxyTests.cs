using Xunit;

namespace FeedApi.Tests.Http.Limits;

/// <summary>A forwarded address neither dodges a limit nor frames anybody.</summary>
public sealed class TrustedProxyTests
{
    private const int Many = 30;

    [Theory]
    [InlineData("X-Forwarded-For: 203.0.113.1")]
    [InlineData("Forwarded: for=203.0.113.1")]
    [InlineData("X-Real-IP: 203.0.113.1")]
    [InlineData("X-Client-IP: 203.0.113.1")]
    [InlineData("True-Client-IP: 203.0.113.1")]
    [InlineData("CF-Connecting-IP: 203.0.113.1")]
    public async Task Nobody_is_believed_unless_configured(string field)
    {
        await using var site = await LimitedSite.StartAsync();

        // Who is on this machine is not limited; were the field believed, 203.0.113.1 would be.
        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, async _ => (int)(await site.GetAsync("/feed.rss", field)).StatusCode));
    }

    [Fact]
    public async Task A_sender_that_is_not_among_the_configured_proxies_is_not_believed()
    {
        await using var site = await LimitedSite.StartAsync("--Http:TrustedProxies=192.0.2.0/24, 2001:db8::/32");

        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", "203.0.113.1")));
    }

    [Fact]
    public async Task The_general_switch_of_ASP_NET_Core_makes_nobody_believed()
    {
        await using var site = await LimitedSite.StartAsync("--ForwardedHeaders_Enabled=true");

        Assert.Equal(Many, await LimitedSite.AnsweredAsync(Many, _ => site.StatusAsync("/feed.rss", "203.0.113.1")));
    }

    [Theory]
    [InlineData("198.51.100.{0}, 203.0.113.1")]
    [InlineData("198.51.100.{0}, 127.0.0.1, 203.0.113.1")]
    [InlineData("unknown, 203.0.113.1")]
    [InlineData("203.0.113.1:{0}")]
    public async Task Of_several_addresses_the_one_that_the_proxy_added_counts(string written)
    {
        await using var site = await LimitedSite.StartAsync(LimitedSite.LoopbackIsProxy);

        Assert.Equal(LimitedSite.Requests, await LimitedSite.AnsweredAsync(Many, count =>
            site.StatusAsync(
                "/feed.rss",
                written.Replace(
                    "{0}", (count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Two_proxies_in_a_row_are_followed_when_so_configured()
    {
        await using var site = await LimitedSite.StartAsync("--Http:TrustedProxies=127.0.0.0/8, 192.0.2.7", "--Http:ProxyHops=2");

        Assert.Equal(
            LimitedSite.Requests,
            await LimitedSite.AnsweredAsync(Many, count => site.StatusAsync("/feed.rss", $"198.51.100.{count}, 203.0.113.1, 192.0.2.7")));
    }

    [Fact]
    public async Task A_proxy_does_not_choose_the_host_or_scheme_that_answers_show()
    {
        await using var site = await LimitedSite.StartAsync(LimitedSite.LoopbackIsProxy);

        using var answer = await site.GetAsync(
            "/feed.rss",
            "X-Forwarded-For: 203.0.113.1",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Prefix: /evil");
        var whole = answer.Headers + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("evil", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("gopher", whole, StringComparison.Ordinal);
    }
}

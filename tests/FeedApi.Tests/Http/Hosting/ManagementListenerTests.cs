using System.Net;
using FeedApi.Tests.Feeds;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

public sealed class ManagementListenerTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Fact]
    public async Task Problems_are_told_on_the_management_listener() =>
        Assert.Equal(HttpStatusCode.OK, await ManagementStatusAsync("/api/v1/problems"));

    [Fact]
    public async Task Problems_are_told_nowhere_else() =>
        Assert.Equal(HttpStatusCode.NotFound, (await feeds.Site.GetAsync("/api/v1/problems")).StatusCode);

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed")]
    [InlineData("/opml.xml")]
    [InlineData("/api/v1/articles")]
    [InlineData("/openapi.json")]
    [InlineData("/docs/index.html")]
    public async Task Nothing_public_is_on_the_management_listener(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, await ManagementStatusAsync(address));

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_on_both_listeners(string address)
    {
        Assert.Equal(HttpStatusCode.OK, (await feeds.Site.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await ManagementStatusAsync(address));
    }

    [Fact]
    public async Task A_forwarded_port_does_not_open_the_management_listener() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await feeds.Site.GetAsync("/api/v1/problems", $"Host: 127.0.0.1:{feeds.Site.Management.BaseAddress!.Port}")).StatusCode);

    private async Task<HttpStatusCode> ManagementStatusAsync(string address) =>
        (await feeds.Site.Management.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode;
}

using System.Text.Json.Nodes;
using FeedApi.Http;
using FeedApi.Http.Documents;
using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;
using FeedApi.Http.Limits;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Traffic;
using FeedApi.Tests.Feeds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FeedApi.Tests.Http.Hosting.Health;

public sealed class ReadinessTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/api/v1/articles")]
    [InlineData("/nothing")]
    public async Task Until_there_is_an_index_every_address_asks_to_come_back(string path)
    {
        var response = await AnswerAsync(path, readiness => readiness.NotReady("The posts are being indexed."));

        Assert.Equal(
            (503, "2", "no-store"),
            (response.StatusCode, response.Headers.RetryAfter.ToString(), response.Headers.CacheControl.ToString()));
        var problem = await JsonNode.ParseAsync(response.Body, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(("starting", "The posts are being indexed."), ((string?)problem!["code"], (string?)problem["detail"]));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/openapi.json")]
    [InlineData("/docs/index.html")]
    public async Task Health_and_documentation_need_no_index(string path) =>
        Assert.Equal(StatusCodes.Status204NoContent, (await AnswerAsync(path, readiness => readiness.NotReady("x"))).StatusCode);

    [Fact]
    public async Task With_an_index_requests_are_answered() =>
        Assert.Equal(StatusCodes.Status204NoContent, (await AnswerAsync("/feed.rss", readiness => readiness.Ready())).StatusCode);

    [Fact]
    public async Task A_server_that_has_its_index_says_so()
    {
        Assert.Equal("ready", (string?)(await feeds.Site.JsonAsync("/health/ready"))["status"]);
        Assert.Equal("live", (string?)(await feeds.Site.JsonAsync("/health/live"))["status"]);
    }

    // The program's own pipeline in front of an application that always answers 204.
    private static async Task<HttpResponse> AnswerAsync(string path, Action<Readiness> state)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new AllowedHosts([]))
            .AddSingleton(new ManagementListener([])).AddHttp(new CacheOptions { MaxBytes = 1_000 })
            .AddTraffic(new LimitOptions(), new ProxyOptions()).BuildServiceProvider();
        state(services.GetRequiredService<Readiness>());
        var app = new ApplicationBuilder(services).UseHttp(new ApiOptions());
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        var request = new DefaultHttpContext { RequestServices = services };
        request.Request.Method = HttpMethods.Get;
        request.Request.Path = path;
        request.Request.Host = new HostString("localhost");
        request.Response.Body = new MemoryStream();
        await app.Build()(request);
        request.Response.Body.Position = 0;
        return request.Response;
    }
}

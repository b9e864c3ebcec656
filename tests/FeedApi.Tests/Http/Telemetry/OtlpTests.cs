using System.Collections.Concurrent;
using System.Text;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Http.Telemetry;

/// <summary>What a collector of OpenTelemetry gets.</summary>
public sealed class OtlpTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private readonly WebApplication collector;

    public OtlpTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            // Names and values of Protocol Buffers are readable bytes.
            received.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await collector.StartAsync(Token);

    public ValueTask DisposeAsync() => collector.DisposeAsync();

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_without_what_a_client_looks_for()
    {
        await using var site = await StartAsync(tracesPerMillion: 1_000_000);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles?q=confidential");
        request.Headers.Add("User-Agent", "PrivateReader/1.0");
        (await site.Client.SendAsync(request, Token)).EnsureSuccessStatusCode();

        var metrics = await WaitForAsync("/v1/metrics", "feedapi.http.requests");
        Assert.Contains("feedapi.articles", metrics, StringComparison.Ordinal);
        Assert.Contains("dotnet.gc.collections", metrics, StringComparison.Ordinal);
        // Traces are sent every few seconds, and at the stop of the server.
        await site.StopAsync();
        await WaitForAsync("/v1/traces", "GET /api/v1/articles");
        await WaitForAsync("/v1/traces", "publish posts");
        Assert.DoesNotContain(received, each => each.Path == "/v1/traces" && HoldsPersonalData(each.Body));
    }

    [Fact]
    public async Task A_request_is_traced_when_its_client_asks_for_it()
    {
        await using var site = await StartAsync(tracesPerMillion: 0);
        (await site.Client.GetAsync("/api/v1/tags", Token)).EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/categories");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        (await site.Client.SendAsync(request, Token)).EnsureSuccessStatusCode();

        await site.StopAsync();

        await WaitForAsync("/v1/traces", "GET /api/v1/categories");
        Assert.DoesNotContain(received, each => each.Body.Contains("GET /api/v1/tags", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_send_nothing()
    {
        using var content = new ContentFolder().With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");

        var run = await ProgramRun.OfAsync(["check", "--content", content.Path, "--Telemetry:OtlpEndpoint", collector.Urls.Single()]);

        Assert.Equal(0, run.Code);
        Assert.Empty(received);
    }

    [Fact]
    public async Task Variables_that_OpenTelemetry_refuses_end_the_start_in_one_line()
    {
        using var content = new ContentFolder().With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");
        string[] serve = ["--content", content.Path, "--data", content.Full("../" + Guid.NewGuid()), "--Site:Url", "https://x.example"];

        var run = await ProgramRun.OfAsync(
            [.. serve, "--Telemetry:OtlpEndpoint", collector.Urls.Single()], null, ("OTEL_EXPORTER_OTLP_HEADERS", "no header"));

        Assert.Equal(2, run.Code);
        Assert.Contains("OTEL_EXPORTER_OTLP_", Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    private static bool HoldsPersonalData(string body) =>
        body.Contains("confidential", StringComparison.Ordinal) || body.Contains("PrivateReader", StringComparison.Ordinal);

    private async Task<TestSite> StartAsync(int tracesPerMillion)
    {
        var site = new TestSite
        {
            Arguments =
            [
                "--Site:Url", "https://example.org",
                "--Telemetry:OtlpEndpoint", collector.Urls.Single(),
                "--Telemetry:TracesPerMillion", FormattableString.Invariant($"{tracesPerMillion}"),
                "--OTEL_METRIC_EXPORT_INTERVAL", "100",
            ],
        };
        site.Content.With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");
        await site.StartAsync();
        return site;
    }

    private async Task<string> WaitForAsync(string path, string text)
    {
        while (true)
        {
            Token.ThrowIfCancellationRequested();
            if (received.FirstOrDefault(each => each.Path == path && each.Body.Contains(text, StringComparison.Ordinal)).Body is { } body)
                return body;
            await Task.Delay(20, Token);
        }
    }
}

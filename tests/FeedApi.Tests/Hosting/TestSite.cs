using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FeedApi.Commands;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>The real server over real files: a content folder, a data folder, Kestrel on a loopback port. Both folders go when it is disposed.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string data = Path.Combine(Path.GetTempPath(), "feedapi-data-" + Guid.NewGuid().ToString("n"));
    private readonly int managementPort = FreePort();
    private WebApplication? server;

    /// <summary>The posts and settings.</summary>
    public ContentFolder Content { get; } = new();

    /// <summary>Follows no redirects and decodes nothing.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>A client of the management listener.</summary>
    public HttpClient Management { get; private set; } = new();

    /// <summary>Everything logged, a line each.</summary>
    public LogLines Log { get; } = new();

    /// <summary>The clock; null is the system's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>The publisher's pace.</summary>
    public PublishOptions Pace { get; init; } = new() { DebounceTime = TimeSpan.FromMilliseconds(50) };

    /// <summary>More of the command line.</summary>
    public string[] Arguments { get; init; } = ["--Site:Url", "https://example.org"];

    /// <summary>The data folder.</summary>
    public string Data => data;

    /// <summary>A server over posts that <paramref name="fill"/> writes.</summary>
    public static async Task<TestSite> StartAsync(Action<ContentFolder> fill, TimeProvider? time = null)
    {
        var site = new TestSite { Time = time };
        fill(site.Content);
        await site.StartAsync();
        return site;
    }

    /// <summary>A server over a few posts in two categories.</summary>
    public static Task<TestSite> StartSampleAsync() => StartAsync(content => content
        .With("_config.yml", "title: Tides\ndescription: About tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n")
        .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\ntags: [a, b]\nauthor: Ann\n---\nFirst *post*.\n")
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\ntags: [b]\n---\nSecond post.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: 三\ncategory: 海\ndate: 2024-01-03 10:00:00 +0800\n---\n第三篇。\n"));

    /// <summary>Starts, and waits until every post is indexed.</summary>
    public async Task StartAsync()
    {
        server = FeedServer.Create(
            ["--content", Content.Path, "--data", data, "--urls", "http://127.0.0.1:0", "--Management:Urls", $"http://127.0.0.1:{managementPort}", "--Shutdown:WaitSeconds", "0", .. Arguments],
            Adjust);
        await server.StartAsync(TestContext.Current.CancellationToken);
        var address = server.Urls.First(url => !url.Contains("unix:", StringComparison.Ordinal));
        Client = ClientOf(address);
        Management = ClientOf($"http://127.0.0.1:{managementPort}");
        await UntilAsync(async () => (await Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode, "the server is ready");
    }

    /// <summary>A part of the running server.</summary>
    public T Part<T>()
        where T : notnull => server!.Services.GetRequiredService<T>();

    /// <summary>Stops the server; the folders stay.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        Management.Dispose();
        if (server is null) return;
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
        server = null;
    }

    /// <summary>Tells the server to stop; the task ends when it has.</summary>
    public Task BeginStopAsync() => server!.StopAsync(CancellationToken.None);

    /// <summary>Stops and starts over the same folders.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Stops, forgets the index, and starts.</summary>
    public async Task RestartWithoutIndexAsync()
    {
        await StopAsync();
        Directory.Delete(data, recursive: true);
        await StartAsync();
    }

    /// <summary>The answer to a GET, with fields in the form <c>Name: value</c>.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, params string[] fields) => SendAsync(HttpMethod.Get, address, fields);

    /// <summary>The answer to a request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, params string[] fields)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var field in fields)
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(field[..colon], field[(colon + 1)..].Trim());
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The body of a GET that must succeed.</summary>
    public async Task<string> TextAsync(string address)
    {
        using var response = await GetAsync(address);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {body}");
        return body;
    }

    /// <summary>The body of a GET that must succeed, as JSON.</summary>
    public async Task<JsonNode> JsonAsync(string address) => JsonNode.Parse(await TextAsync(address))!;

    /// <summary>The body of a GET that must succeed, as XML.</summary>
    public async Task<XElement> XmlAsync(string address) => XDocument.Parse(await TextAsync(address)).Root!;

    /// <summary>The list of bad posts.</summary>
    public async Task<JsonArray> ProblemsAsync()
    {
        var body = await Management.GetStringAsync("/api/v1/problems", TestContext.Current.CancellationToken);
        return JsonNode.Parse(body)!["data"]!.AsArray();
    }

    /// <summary>Ids of a list of articles.</summary>
    public async Task<string[]> IdsAsync(string query = "") =>
        [.. (await JsonAsync("/api/v1/articles" + query))["data"]!.AsArray().Select(article => (string)article!["id"]!)];

    /// <summary>Waits until a condition holds; fails when it does not in half a minute.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < deadline, $"Waited in vain until {what}.");
            await Task.Delay(15, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Content.Dispose();
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

    private void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Pace);
        if (Time is not null) builder.Services.AddSingleton(Time);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
    }

    private static HttpClient ClientOf(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(address) };

    /// <summary>A port of the loopback interface that nobody uses now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

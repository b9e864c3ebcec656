using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Commands;
using FeedApi.Publishing;
using FeedApi.Tests.Content;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>
/// The real server over real files: a content folder, a data folder, Kestrel on a loopback port. Both folders go when it is disposed.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string data = Path.Combine(Path.GetTempPath(), "feedapi-data-" + Guid.NewGuid().ToString("n"));
    private WebApplication? server;
    private HeldPort? management;
    private bool isStopped;

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

    /// <summary>The clock of the work of searches; null is the system's.</summary>
    internal ThreadClock? Work { get; init; }

    /// <summary>The versions that the server takes itself to be of, from its next start on; null: those of the program.</summary>
    internal IndexVersions? Versions { get; set; }

    /// <summary>The publisher's pace.</summary>
    internal PublishOptions Pace { get; init; } = new() { DebounceTime = TimeSpan.FromMilliseconds(50) };

    /// <summary>Ports among the addresses of <see cref="Arguments"/> that the server takes over.</summary>
    internal IReadOnlyList<HeldPort> Ports { get; init; } = [];

    /// <summary>More of the command line.</summary>
    public string[] Arguments { get; init; } = ["--Site:Url", "https://example.org"];

    /// <summary>The data folder.</summary>
    public string Data => data;

    /// <summary>The index of the server's version.</summary>
    public string IndexPath => Path.Combine(data, IndexFiles.NameOf(Versions?.Schema ?? SqliteSchema.Version));

    /// <summary>How the index of another version is replaced; null: as usual.</summary>
    internal IndexUpgrade? Upgrade { get; set; }

    /// <summary>A server over posts that <paramref name="fill"/> writes.</summary>
    public static async Task<TestSite> StartAsync(Action<ContentFolder> fill, TimeProvider? time = null)
    {
        var site = new TestSite { Time = time };
        fill(site.Content);
        await site.StartAsync();
        return site;
    }

    /// <summary>A server over a few posts in two categories.</summary>
    public static Task<TestSite> StartSampleAsync(TimeProvider? time = null) => StartAsync(content => content
        .With("_config.yml", "title: Tides\ndescription: About tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n")
        .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\ntags: [a, b]\nauthor: Ann\n---\nFirst *post*.\n")
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\ntags: [b]\n---\nSecond post.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: 三\ncategory: 海\ndate: 2024-01-03 10:00:00 +0800\n---\n第三篇。\n"), time);

    /// <summary>Starts, and waits until every post is indexed.</summary>
    public async Task StartAsync()
    {
        management = new HeldPort();
        server = FeedServer.Create(
            [.. UsualArguments, "--Management:Urls", management.Url, .. Arguments], builder => Adjust(builder, [management, .. Ports]));
        await server.StartAsync(TestContext.Current.CancellationToken);
        var address = server.Urls.First(url => !url.Contains("unix:", StringComparison.Ordinal));
        Client = ClientOf(address);
        Management = ClientOf(management.Url);
        await UntilAsync(
            async () => (await Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode,
            "the server is ready");
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
        if (!isStopped) await server.StopAsync(CancellationToken.None);
        isStopped = false;
        await server.DisposeAsync();
        management?.Dispose();
        server = null;
    }

    /// <summary>Tells the server to stop; the task ends when it has.</summary>
    /// <param name="hurry">When it is cancelled, the stop waits for nothing any more.</param>
    public Task BeginStopAsync(CancellationToken hurry = default)
    {
        isStopped = true;
        return server!.StopAsync(hurry);
    }

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

    /// <summary>Waits until a condition holds; fails when it does not in a few minutes. What cannot be asked yet is not yet so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var begunAt = Stopwatch.GetTimestamp();
        while (true)
        {
            var (holds, fault) = await TryAsync(condition);
            if (holds) return;
            if (Stopwatch.GetElapsedTime(begunAt) >= Patience) Assert.Fail($"Waited in vain until {what}. {fault?.Message}");
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

    // Nothing that takes longer on a slow machine is given up: searches have all the time.
    private string[] UsualArguments =>
        [
            "--content", Content.Path, "--data", data, "--urls", "http://127.0.0.1:0",
            "--Shutdown:WaitSeconds", "0", "--Search:BudgetMilliseconds", "3600000", "--Search:WaitMilliseconds", "3600000"
        ];

    private static async Task<(bool Holds, Exception? Fault)> TryAsync(Func<Task<bool>> condition)
    {
        try
        {
            return (await condition(), null);
        }
        catch (Exception fault) when (fault is Xunit.Sdk.XunitException or HttpRequestException)
        {
            return (false, fault);
        }
    }

    private void Adjust(WebApplicationBuilder builder, IReadOnlyList<HeldPort> ports)
    {
        builder.Services.AddSingleton(Pace);
        if (Time is not null) builder.Services.AddSingleton(Time);
        if (Upgrade is not null) builder.Services.AddSingleton(Upgrade);
        if (Versions is not null) builder.Services.AddSingleton(Versions);
        if (Work is not null) builder.Services.AddSingleton(Work);
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Services.PostConfigure<SocketTransportOptions>(transport =>
        {
            var bind = transport.CreateBoundListenSocket;
            transport.CreateBoundListenSocket = endpoint => ports.Select(port => port.SocketFor(endpoint)).OfType<Socket>().FirstOrDefault()
                ?? bind(endpoint);
        });
    }

    private static HttpClient ClientOf(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri(address) };
}

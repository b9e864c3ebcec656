using System.Net;
using System.Net.Sockets;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>Listeners other than plain HTTP/1.1: h2 without TLS, Unix sockets.</summary>
public sealed class ListenerTests : IAsyncLifetime
{
    private readonly TestSite site;
    private readonly HeldPort http2 = new();

    public ListenerTests() =>
        site = new TestSite { Ports = [http2], Arguments = ["--Site:Url", "https://example.org", "--Http2:Urls", http2.Url] };

    public async ValueTask InitializeAsync()
    {
        site.Content.With("_config.yml", "title: T\n").With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        http2.Dispose();
    }

    [Fact]
    public async Task H2_is_spoken_without_TLS_where_Http2_Urls_says()
    {
        using var answer = await GetAsync("/feed.rss", "example.org");

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (answer.StatusCode, answer.Version));
    }

    [Fact]
    public async Task The_names_of_the_server_hold_in_h2()
    {
        using var answer = await GetAsync("/feed.rss", "evil.test");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            "evil", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_address_is_refused_in_h2()
    {
        using var answer = await GetAsync("/" + new string('a', 5_000), "example.org");

        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Fact]
    public async Task A_Unix_socket_serves_its_group_and_replaces_what_a_killed_server_left()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Asks for the file mode of a socket, which only Unix has.");
            return;
        }

        var path = Path.Combine(Path.GetTempPath(), $"feedapi-{Guid.NewGuid():n}.sock");
        using (var left = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
            left.Bind(new UnixDomainSocketEndPoint(path));
        await using var other = new TestSite
        {
            Arguments = ["--Site:Url", "https://example.org", "--urls", $"http://unix:{path};http://127.0.0.1:0"]
        };
        other.Content.With("_config.yml", "title: T\n");
        await other.StartAsync();

        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, token) => ConnectAsync(path, token) });

        Assert.Contains(
            "ready",
            await client.GetStringAsync(new Uri("http://localhost/health/ready"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite, File.GetUnixFileMode(path));
        await other.StopAsync();
        Assert.False(File.Exists(path));
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<HttpResponseMessage> GetAsync(string target, string host)
    {
        using var client =
            new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var request = new HttpRequestMessage(HttpMethod.Get, http2.Url + target)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { Host = host },
        };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

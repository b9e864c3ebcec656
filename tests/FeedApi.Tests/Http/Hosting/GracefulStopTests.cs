using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>How the server stops (threats.md, row 71).</summary>
public sealed class GracefulStopTests : IAsyncLifetime
{
    private const int FileBytes = 16 * 1024 * 1024;
    private const string Ready = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private readonly TestSite site = new() { Arguments = ["--Site:Url", "https://example.org", "--Shutdown:WaitSeconds", "2"] };

    public async ValueTask InitializeAsync()
    {
        site.Content.With("_config.yml", "title: T\n").With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With("big.bin", new string('a', FileBytes));
        await site.StartAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Readiness_ends_first_while_everything_is_still_answered()
    {
        using var open = await OpenAsync();
        var stopped = site.BeginStopAsync();

        await TestSite.UntilAsync(async () => (await RawConnection.AskAsync(Address, Ready.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal))).Contains("\"code\":\"stopping\"", StringComparison.Ordinal), "readiness says no");
        var heard = await RawConnection.AskAsync(Address, "GET /feed.rss HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.False(stopped.IsCompleted);
        Assert.StartsWith("HTTP/1.1 200 ", heard, StringComparison.Ordinal);
        await stopped;
    }

    [Fact]
    public async Task A_connection_is_told_to_end_by_its_next_answer()
    {
        using var open = await OpenAsync();
        await open.SayAsync(Ready);
        Assert.DoesNotContain("Connection: close", await open.HearResponseAsync(), StringComparison.Ordinal);

        var stopped = site.BeginStopAsync();
        await open.SayAsync(Ready);

        Assert.Contains("Connection: close", await open.HearOutAsync(), StringComparison.Ordinal);
        await stopped;
    }

    [Fact]
    public async Task An_answer_that_is_on_its_way_arrives_whole()
    {
        using var slow = await OpenAsync();
        await slow.SayAsync("GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var begin = await slow.HearAsync();

        var stopped = site.BeginStopAsync();
        await TestSite.UntilAsync(async () => !await CanConnectAsync(), "the listener is closed");
        Assert.False(stopped.IsCompleted);
        var rest = await slow.HearOutAsync();

        Assert.Equal(FileBytes, begin.Length + rest.Length - begin.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4);
        await stopped;
    }

    [Fact]
    public async Task An_idle_connection_ends_without_an_error()
    {
        using var idle = await OpenAsync();
        await idle.SayAsync(Ready);
        await idle.HearResponseAsync();

        await site.BeginStopAsync();

        Assert.Equal("", await idle.HearAsync());
    }

    private Uri Address => site.Client.BaseAddress!;

    private Task<RawConnection> OpenAsync() => RawConnection.OpenAsync(Address);

    private async Task<bool> CanConnectAsync()
    {
        try
        {
            using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromMilliseconds(200));
            await socket.ConnectAsync(Address.Host, Address.Port, patience.Token);
            return true;
        }
        catch (Exception refused) when (refused is System.Net.Sockets.SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}

using System.Globalization;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>How the server stops.</summary>
public sealed class GracefulStopTests : IAsyncLifetime
{
    private const int FileBytes = 16 * 1024 * 1024;
    private const string Ready = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const string LastReady = "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    // Ends the wait of those stops that wait for an hour.
    private readonly CancellationTokenSource hurry = new();
    private TestSite site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        hurry.Dispose();
    }

    [Fact]
    public async Task Readiness_ends_first_while_everything_is_still_answered()
    {
        await StartAsync(waitSeconds: 3_600);
        using var open = await OpenAsync();
        var stopped = site.BeginStopAsync(hurry.Token);

        await UntilNotReadyAsync();
        var heard = await RawConnection.AskAsync(Address, "GET /feed.rss HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.False(stopped.IsCompleted);
        Assert.StartsWith("HTTP/1.1 200 ", heard, StringComparison.Ordinal);
        await HurryAsync(stopped);
    }

    [Fact]
    public async Task A_connection_is_told_to_end_by_its_next_answer()
    {
        await StartAsync(waitSeconds: 3_600);
        using var open = await OpenAsync();
        await open.SayAsync(Ready);
        Assert.DoesNotContain("Connection: close", await open.HearResponseAsync(), StringComparison.Ordinal);

        var stopped = site.BeginStopAsync(hurry.Token);
        await UntilNotReadyAsync();
        await open.SayAsync(Ready);

        Assert.Contains("Connection: close", await open.HearOutAsync(), StringComparison.Ordinal);
        await HurryAsync(stopped);
    }

    [Fact]
    public async Task An_answer_that_is_on_its_way_arrives_whole()
    {
        await StartAsync(waitSeconds: 0);
        using var slow = await OpenAsync();
        await slow.SayAsync("GET /big.csv HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var begin = await slow.HearAsync();

        var lifetime = site.Part<IHostApplicationLifetime>();
        var stopped = site.BeginStopAsync(TestContext.Current.CancellationToken);
        await TestSite.UntilAsync(
            () => Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested),
            "newcomers are turned away and answers are drained");
        Assert.False(stopped.IsCompleted);
        var rest = await slow.HearOutAsync();

        Assert.Equal(FileBytes, begin.Length + rest.Length - begin.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4);
        await stopped;
    }

    [Fact]
    public async Task An_idle_connection_ends_without_an_error()
    {
        await StartAsync(waitSeconds: 0);
        using var idle = await OpenAsync();
        await idle.SayAsync(Ready);
        await idle.HearResponseAsync();

        await site.BeginStopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await idle.HearAsync());
    }

    private Uri Address => site.Client.BaseAddress!;

    private Task<RawConnection> OpenAsync() => RawConnection.OpenAsync(Address);

    private async Task StartAsync(int waitSeconds)
    {
        string[] stop = ["--Shutdown:WaitSeconds", waitSeconds.ToString(CultureInfo.InvariantCulture), "--Shutdown:DrainSeconds", "600"];
        await site.DisposeAsync();
        site = new TestSite { Arguments = ["--Site:Url", "https://example.org", .. stop] };
        site.Content.With("_config.yml", "title: T\n")
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
            .With("big.csv", new string('a', FileBytes));
        await site.StartAsync();
    }

    private Task UntilNotReadyAsync() => TestSite.UntilAsync(
        async () => (await RawConnection.AskAsync(Address, LastReady)).Contains("\"code\":\"stopping\"", StringComparison.Ordinal),
        "readiness says no");

    // A stop that is cut short says so.
    private async Task HurryAsync(Task stopped)
    {
        await hurry.CancelAsync();
        await stopped.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

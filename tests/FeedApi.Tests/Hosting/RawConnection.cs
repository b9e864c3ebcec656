using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace FeedApi.Tests.Hosting;

/// <summary>A connection on which a test says exactly what it wants, and hears everything that comes back.</summary>
public sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Socket socket;

    private RawConnection(Socket socket) => this.socket = socket;

    /// <summary>Connects to a server.</summary>
    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        return new RawConnection(socket);
    }

    /// <summary>Connects, says it, and hears the server out.</summary>
    public static async Task<string> AskAsync(Uri server, string said)
    {
        using var connection = await OpenAsync(server);
        await connection.SayAsync(said);
        return await connection.HearOutAsync();
    }

    /// <summary>Says text, a byte for each character (Latin-1); a server that hangs up meanwhile has heard enough.</summary>
    public async Task SayAsync(string said)
    {
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(said), TestContext.Current.CancellationToken);
        }
        catch (SocketException)
        {
            // Its answer may have come before.
        }
    }

    /// <summary>One response with its whole body.</summary>
    public async Task<string> HearResponseAsync()
    {
        var heard = new StringBuilder();
        while (!IsWhole(heard.ToString()))
        {
            var part = await HearAsync();
            if (part.Length == 0) break;
            heard.Append(part);
        }

        return heard.ToString();
    }

    /// <summary>Everything until the server hangs up; fails when it does not.</summary>
    public async Task<string> HearOutAsync()
    {
        var heard = new StringBuilder();
        while (await HearAsync() is { Length: > 0 } part) heard.Append(part);
        return heard.ToString();
    }

    /// <summary>Whatever comes next; empty when the server has hung up.</summary>
    public async Task<string> HearAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            var receiving = socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken).AsTask();
            var count = await receiving.WaitAsync(Patience, TestContext.Current.CancellationToken);
            return Encoding.Latin1.GetString(buffer, 0, count);
        }
        catch (SocketException)
        {
            return "";
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static bool IsWhole(string heard)
    {
        var end = heard.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var head = heard[..(end + 2)];
        if (head.Contains("\r\nTransfer-Encoding: chunked\r\n", StringComparison.OrdinalIgnoreCase))
            return heard.EndsWith("0\r\n\r\n", StringComparison.Ordinal);
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null
            || heard.Length >= end
                + 4
                + int.Parse(length.AsSpan("Content-Length:".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FeedApi.Reliability.Stops;

/// <summary>
/// A reader on a raw socket, which knows exactly what was sent and what came back: asks, waits, asks again on the same connection.
/// </summary>
internal sealed class Reader(Uri server, string path, TimeSpan pause, int requestsPerConnection, ReaderOutcomes outcomes)
{
    private const int LargestAnswerBytes = 768 * 1024;

    private readonly byte[] request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n");
    private readonly byte[] buffer = new byte[LargestAnswerBytes];

    /// <summary>Reads until the server takes no connections any more.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(server.Host, server.Port, cancellationToken);
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException)
            {
                outcomes.Refused();
                return;
            }

            await UseAsync(socket);
        }
    }

    private async Task UseAsync(Socket socket)
    {
        for (var i = 0; i < requestsPerConnection; i++)
        {
            // As HTTP clients do: a connection on which the server has said goodbye is not used.
            if (i > 0 && socket.Poll(0, SelectMode.SelectRead))
            {
                outcomes.ClosedIdle();
                return;
            }

            if (!await AskAsync(socket, isFirst: i == 0)) return;
            if (pause > TimeSpan.Zero) await Task.Delay(pause);
        }
    }

    // False when the connection is done with.
    private async Task<bool> AskAsync(Socket socket, bool isFirst)
    {
        var received = 0;
        try
        {
            await socket.SendAsync(request);
            while (true)
            {
                var count = await socket.ReceiveAsync(buffer.AsMemory(received));
                if (count == 0) break;
                received += count;
                if (WholeIn(buffer.AsSpan(0, received)) is { } isLast) return !isLast;
            }
        }
        catch (SocketException)
        {
            // Reset.
        }

        if (received == 0) outcomes.Lost(isFirst);
        else outcomes.Cut();
        return false;
    }

    // Null: there is more to come; else whether the server ends the connection.
    private bool? WholeIn(ReadOnlySpan<byte> heard)
    {
        var end = heard.IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        var fields = Encoding.ASCII.GetString(heard[..end]).Split("\r\n");
        var length = int.Parse(
            fields.First(field => field.StartsWith("Content-Length: ", StringComparison.Ordinal))["Content-Length: ".Length..],
            CultureInfo.InvariantCulture);
        if (heard.Length < end + 4 + length) return null;
        if (fields[0].Contains(" 200 ", StringComparison.Ordinal)) outcomes.Whole();
        else outcomes.Wrong();
        return fields.Contains("Connection: close");
    }
}

using System.Globalization;
using System.Net.Sockets;

namespace FeedApi.Reliability.Attack;

/// <summary>Opens more connections than the server takes, says nothing on them, and opens others for those that are closed.</summary>
internal static class IdleConnections
{
    private const int Connections = 4_000;

    // Below what the server takes, so that good newcomers still find room.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>Attacks until it is told to end.</summary>
    public static async Task<string> RunAsync(Target target, CancellationToken end)
    {
        List<Socket> open = [];
        var closed = 0;
        while (!end.IsCancellationRequested)
        {
            while (open.Count < Connections && !end.IsCancellationRequested) open.Add(Open(target.Http1));
            await Task.Delay(LookEvery, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            closed += open.RemoveAll(IsClosed);
        }

        var held = open.Count;
        open.ForEach(socket => socket.Dispose());
        return string.Create(CultureInfo.InvariantCulture, $"{held} connections held, {closed} closed by the server");
    }

    private static Socket Open(Uri server)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(server.Host, server.Port);
        return socket;
    }

    private static bool IsClosed(Socket socket)
    {
        if (!socket.Poll(0, SelectMode.SelectRead)) return false;
        socket.Dispose();
        return true;
    }
}

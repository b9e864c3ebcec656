using System.Net.Sockets;

namespace FeedApi.Reliability.Limits;

/// <summary>Connections on which nothing is said.</summary>
internal sealed class IdleSockets : IDisposable
{
    private readonly List<Socket> sockets = [];

    /// <summary>Opens them; the server may refuse some.</summary>
    public IdleSockets(Uri server, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            try
            {
                socket.Connect(server.Host, server.Port);
            }
            catch (SocketException)
            {
                // Refused: there are enough.
            }
        }
    }

    /// <summary>How many the server has refused or closed.</summary>
    public int CountClosed() =>
        sockets.Count(socket => !socket.Connected || (socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in sockets) socket.Dispose();
    }
}

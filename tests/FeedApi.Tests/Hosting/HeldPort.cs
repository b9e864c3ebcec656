using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FeedApi.Tests.Hosting;

/// <summary>A loopback port that is bound from the moment its number is known, so that no other program can take it meanwhile.</summary>
/// <remarks>
/// Nobody listens on it at first: connections are refused. A server of this process takes over the socket itself. On Linux any
/// server may also bind the port by its number while it is held here, since a socket that does not listen shares its port with
/// others that reuse addresses.
/// </remarks>
internal sealed class HeldPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private readonly EndPoint endPoint;

    public HeldPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        endPoint = socket.LocalEndPoint!;
    }

    /// <summary>The port.</summary>
    public int Number => ((IPEndPoint)endPoint).Port;

    /// <summary>The address of a server on it.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Number}");

    /// <summary>The bound socket for a server that is to listen at an address; null when it is another address.</summary>
    public Socket? SocketFor(EndPoint wanted) => wanted.Equals(endPoint) ? socket : null;

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Makes the sockets that the server listens on, and closes them to newcomers without losing anyone who is already at the door.
/// </summary>
internal sealed class ListeningSockets(UnixFileMode unixSocketMode)
{
    // Of each connection, in the kernel, which takes twice as much: left to itself it takes 4 MB from whoever reads slowly, and its memory
    // for all connections of the machine ends. Enough for 2.5 MB/s over 100 ms of distance.
    private const int SendBufferBytes = 128 * 1024;

    // Requests are small. What a flood has sent is read to its end before it is seen that its sender has gone.
    private const int ReceiveBufferBytes = 64 * 1024;

    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly ConcurrentBag<string> paths = [];

    /// <summary>A bound socket for Kestrel.</summary>
    public Socket Bind(EndPoint endpoint)
    {
        var path = (endpoint as UnixDomainSocketEndPoint)?.ToString();
        if (path is not null) RemoveAbandoned(path);
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        if (path is not null && !OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(path, unixSocketMode);
        socket.SendBufferSize = SendBufferBytes;
        socket.ReceiveBufferSize = ReceiveBufferBytes;
        if (path is null) sockets.Add(socket);
        else paths.Add(path);
        return socket;
    }

    /// <summary>
    /// Lets no new connection begin, while those that have begun can still be accepted. Does nothing where there is no such thing.
    /// </summary>
    /// <remarks>
    /// Closing a listening socket resets the connections that wait to be accepted, requests and all. On Linux a filter on the
    /// socket drops SYN segments first: whoever comes too late is refused a second later, when the kernel of the client tries
    /// again. A Unix socket loses its file.
    /// </remarks>
    public void StopAccepting()
    {
        foreach (var path in paths) File.Delete(path);
        if (!OperatingSystem.IsLinux()) return;
        foreach (var socket in sockets) AttachSynFilter(socket);
    }

    // A server that was killed leaves its socket's file behind, on which nobody listens.
    private static void RemoveAbandoned(string path)
    {
        if (!File.Exists(path)) return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused)
        {
            File.Delete(path);
        }
    }

    private static void AttachSynFilter(Socket socket)
    {
        const int SolSocket = 1;
        const int AttachFilter = 26;
        // Four instructions of classic BPF {code, jump if true, jump if false, operand}, over the TCP header:
        // load the flags; is SYN set? then keep nothing, else everything.
        ulong[] program =
        [
            Instruction(0x30, 0, 0, 13), Instruction(0x45, 0, 1, 0x02), Instruction(0x06, 0, 0, 0), Instruction(0x06, 0, 0, uint.MaxValue)
        ];
        var pinned = GCHandle.Alloc(program, GCHandleType.Pinned);
        try
        {
            Span<byte> description = stackalloc byte[2 * sizeof(ulong)];
            description.Clear();
            MemoryMarshal.Write(description, (ushort)program.Length);
            MemoryMarshal.Write(description[sizeof(ulong)..], (long)pinned.AddrOfPinnedObject());
            socket.SetRawSocketOption(SolSocket, AttachFilter, description);
        }
        catch (Exception refused) when (refused is SocketException or ObjectDisposedException)
        {
            // Sandboxes without socket filters: connections that come in this very moment are reset, as without the filter.
        }
        finally
        {
            pinned.Free();
        }
    }

    private static ulong Instruction(ushort code, byte whenTrue, byte whenFalse, uint operand) =>
        BitConverter.IsLittleEndian ? code | ((ulong)whenTrue << 16) | ((ulong)whenFalse << 24) | ((ulong)operand << 32)
            : ((ulong)code << 48) | ((ulong)whenTrue << 40) | ((ulong)whenFalse << 32) | operand;
}

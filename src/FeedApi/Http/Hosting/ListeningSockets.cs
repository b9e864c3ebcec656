using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Creates the server's listening sockets, and stops accepting on them without losing connections that are already established.
/// </summary>
/// <param name="unixSocketMode">The mode of the files of Unix sockets.</param>
/// <param name="inherited">Sockets on which the service manager listens.</param>
internal sealed class ListeningSockets(UnixFileMode unixSocketMode, InheritedSockets inherited)
{
    // Per connection; the kernel doubles it. By default it buffers up to 4 MB for a slow client, and the memory for all TCP connections of
    // the machine is exhausted. Enough for 2.5 MB/s at a round-trip time of 100 ms.
    private const int SendBufferBytes = 128 * 1024;

    // Small like requests: everything that a flood has sent is read before the closed connection is noticed.
    private const int ReceiveBufferBytes = 64 * 1024;

    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly ConcurrentBag<string> paths = [];

    /// <summary>Addresses of sockets of the service manager on which the server does not listen.</summary>
    public IReadOnlyList<string> Unused => inherited.Unused;

    /// <summary>The bound socket of an address for Kestrel: that of the service manager, or a new one.</summary>
    public Socket Bind(EndPoint endpoint)
    {
        // It is not ours to close or to delete: what arrives during a stop is answered after the next start.
        var socket = inherited.TakeFor(endpoint) ?? Create(endpoint);
        socket.SendBufferSize = SendBufferBytes;
        socket.ReceiveBufferSize = ReceiveBufferBytes;
        return socket;
    }

    /// <summary>
    /// Rejects new connections, while those in the backlog can still be accepted. TCP sockets on Linux and Unix sockets only.
    /// </summary>
    /// <remarks>
    /// Closing a listening socket resets the connections in its backlog, including their requests. On Linux a filter on the socket
    /// drops SYN segments first: a later client is refused after a second, when its kernel retransmits. A Unix socket's file is
    /// deleted.
    /// </remarks>
    public void StopAccepting()
    {
        foreach (var path in paths) File.Delete(path);
        if (!OperatingSystem.IsLinux()) return;
        foreach (var socket in sockets) AttachSynFilter(socket);
    }

    private Socket Create(EndPoint endpoint)
    {
        var path = (endpoint as UnixDomainSocketEndPoint)?.ToString();
        if (path is not null) RemoveAbandoned(path);
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        if (path is not null && !OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(path, unixSocketMode);
        if (path is null) sockets.Add(socket);
        else paths.Add(path);
        return socket;
    }

    // A killed server leaves its socket's file behind.
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
            // Some sandboxes have no socket filters; then connections in the backlog are reset.
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

using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace FeedApi.Reliability.Soak;

/// <summary>Makes another .NET process collect all its garbage, by the runtime's diagnostics socket.</summary>
/// <remarks>
/// An event session with the keyword <c>GCHeapCollect</c> begins with a full, blocking collection
/// (https://github.com/dotnet/diagnostics/blob/main/documentation/design-docs/ipc-protocol.md). The events are not read.
/// </remarks>
internal static class ForcedCollection
{
    private const byte EventPipe = 2;
    private const byte StopTracing = 1;
    private const byte CollectTracing = 3;
    private const ulong HeapCollect = 0x800000;
    private const uint Informational = 4;
    private const int HeaderBytes = 20;
    private const int Rounds = 2;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(700);

    /// <summary>Collects twice, so that what finalisers have let go of is collected too.</summary>
    /// <param name="process">The number of the process.</param>
    public static async Task RunAsync(int process)
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var events = await ConnectAsync(process);
            var session = await SendAsync(events, CollectTracing, Session());
            // The rest of the stream is thrown away, so that the runtime does not wait for its reader.
            var draining = events.GetStream().CopyToAsync(Stream.Null);
            await Task.Delay(Between);
            using var stop = await ConnectAsync(process);
            await SendAsync(stop, StopTracing, session);
            await draining;
        }
    }

    private static async Task<Connection> ConnectAsync(int process)
    {
        var path = Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{process}-*-socket").First();
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        return new Connection(socket);
    }

    // The payload of the answer: the number of the session.
    private static async Task<byte[]> SendAsync(Connection connection, byte command, byte[] payload)
    {
        var message = new byte[HeaderBytes + payload.Length];
        "DOTNET_IPC_V1\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        (message[16], message[17]) = (EventPipe, command);
        payload.CopyTo(message, HeaderBytes);
        var stream = connection.GetStream();
        await stream.WriteAsync(message);
        var answer = new byte[HeaderBytes + sizeof(ulong)];
        await stream.ReadExactlyAsync(answer);
        return answer[17] == 0 ? answer[HeaderBytes..] : throw new InvalidOperationException("The runtime refuses the collection.");
    }

    // A buffer of 1 MB, the format "nettrace", no rundown, one provider without arguments.
    private static byte[] Session()
    {
        using var payload = new MemoryStream();
        using var writer = new BinaryWriter(payload, Encoding.Unicode);
        writer.Write(1u);
        writer.Write(1u);
        writer.Write((byte)0);
        writer.Write(1u);
        writer.Write(HeapCollect);
        writer.Write(Informational);
        const string provider = "Microsoft-Windows-DotNETRuntime\0";
        writer.Write((uint)provider.Length);
        writer.Write(Encoding.Unicode.GetBytes(provider));
        writer.Write(0u);
        writer.Flush();
        return payload.ToArray();
    }

    private sealed class Connection(Socket socket) : IDisposable
    {
        private readonly NetworkStream stream = new(socket, ownsSocket: true);

        public NetworkStream GetStream() => stream;

        public void Dispose() => stream.Dispose();
    }
}

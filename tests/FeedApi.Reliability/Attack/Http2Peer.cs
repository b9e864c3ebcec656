using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace FeedApi.Reliability.Attack;

/// <summary>One end of an h2 connection, for frames that no library would send (RFC 9113).</summary>
internal sealed class Http2Peer : IDisposable
{
    private const int FrameHeaderBytes = 9;
    private const byte GoAway = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        SendTimeout = (int)Patience.TotalMilliseconds
    };
    private readonly byte[] received = new byte[64 * 1024];
    private readonly byte[] head = new byte[FrameHeaderBytes + 8];
    private int headBytes;
    private int payloadLeft;

    /// <summary>Connects and says the preface.</summary>
    /// <param name="server">Where h2 is spoken without TLS.</param>
    /// <param name="settings">The payload of the first SETTINGS frame.</param>
    public Http2Peer(Uri server, ReadOnlySpan<byte> settings = default)
    {
        socket.Connect(server.Host, server.Port);
        Send([.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(4, 0, 0, settings)]);
    }

    /// <summary>The error code of the GOAWAY frame that came, if one did.</summary>
    public uint? GoneAway { get; private set; }

    /// <summary>A frame.</summary>
    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[FrameHeaderBytes + payload.Length];
        frame[0] = (byte)(payload.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)payload.Length);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(FrameHeaderBytes));
        return frame;
    }

    /// <summary>The fields of a GET, compressed without the dynamic table (RFC 7541).</summary>
    public static byte[] Get(Uri server, string path)
    {
        var (target, authority) = (Encoding.ASCII.GetBytes(path), Encoding.ASCII.GetBytes(server.Authority));
        return [0x82, 0x86, 0x04, (byte)target.Length, .. target, 0x01, (byte)authority.Length, .. authority];
    }

    /// <summary>Sends everything.</summary>
    /// <exception cref="SocketException">The server has cut the connection, or takes nothing for a second.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[socket.Send(bytes)..];
    }

    /// <summary>Takes what has come.</summary>
    /// <returns>False when the server has ended the connection.</returns>
    public bool Take()
    {
        while (socket.Poll(0, SelectMode.SelectRead))
        {
            var count = socket.Receive(received);
            if (count == 0) return false;
            Walk(received.AsSpan(0, count));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private void Walk(ReadOnlySpan<byte> bytes)
    {
        foreach (var next in bytes)
        {
            if (headBytes >= FrameHeaderBytes)
            {
                if (headBytes < head.Length) head[headBytes++] = next;
                payloadLeft--;
            }
            else
            {
                head[headBytes++] = next;
                if (headBytes == FrameHeaderBytes) payloadLeft = (head[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(1));
            }

            if (headBytes < FrameHeaderBytes || payloadLeft > 0) continue;
            if (head[3] == GoAway) GoneAway = BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(FrameHeaderBytes + 4));
            headBytes = 0;
        }
    }
}

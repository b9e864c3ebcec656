using System.Buffers;
using System.Buffers.Binary;

namespace FeedApi.Http.Hosting;

/// <summary>A token bucket for the frames of an HTTP/2 connection (RFC 9113, section 4.1).</summary>
/// <remarks>
/// It sustains 5,000 requests per second on one connection, as of a proxy. Frames that carry no request (RST_STREAM, PING, SETTINGS,
/// CONTINUATION, empty DATA) cost ten times as much: legitimate clients send few of them, and floods consist of them.
/// </remarks>
internal sealed class Http2FrameBudget(TimeProvider time)
{
    private const double PerSecond = 5_000;
    private const double Burst = PerSecond / 5;
    private const int Cheap = 1;
    private const int Expensive = 10;
    private const int PrefaceBytes = 24;
    private const int HeaderBytes = 9;

    private readonly byte[] header = new byte[HeaderBytes];
    private double left = Burst;
    private long lastAt = time.GetTimestamp();
    private int skip = PrefaceBytes;
    private int headerBytes;

    /// <summary>Charges the frames that begin in these bytes, which continue those of the previous call.</summary>
    /// <returns>The delay until the balance is no longer negative.</returns>
    public TimeSpan Spend(ReadOnlySequence<byte> bytes)
    {
        var now = time.GetTimestamp();
        left = Math.Min(Burst, left + (time.GetElapsedTime(lastAt, now).TotalSeconds * PerSecond));
        lastAt = now;
        foreach (var part in bytes) Walk(part.Span);
        return left >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-left / PerSecond);
    }

    private void Walk(ReadOnlySpan<byte> part)
    {
        while (!part.IsEmpty)
        {
            if (skip > 0)
            {
                var skipped = Math.Min(skip, part.Length);
                skip -= skipped;
                part = part[skipped..];
                continue;
            }

            var taken = Math.Min(HeaderBytes - headerBytes, part.Length);
            part[..taken].CopyTo(header.AsSpan(headerBytes));
            headerBytes += taken;
            part = part[taken..];
            if (headerBytes == HeaderBytes) Pay();
        }
    }

    private void Pay()
    {
        var payloadBytes = (header[0] << 16) | BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(1));
        left -= CostOf(header[3], payloadBytes);
        skip = payloadBytes;
        headerBytes = 0;
    }

    private static int CostOf(byte type, int payloadBytes)
    {
        const byte data = 0;
        const byte headers = 1;
        const byte windowUpdate = 8;
        return type is headers or windowUpdate || (type is data && payloadBytes > 0) ? Cheap : Expensive;
    }
}

using System.Buffers;
using System.Buffers.Binary;

namespace FeedApi.Http.Hosting;

/// <summary>What the frames of an h2 connection cost (RFC 9113, section 4.1), against what it may spend in the course of time.</summary>
/// <remarks>
/// A proxy that puts 5,000 requests a second on one connection spends as much as it gets. A frame that asks for nothing (a reset, a
/// ping, settings, a continuation, an empty body) costs ten times as much as one that does: honest clients send few of those, and
/// floods are made of them.
/// </remarks>
internal sealed class Http2FrameBudget(TimeProvider time)
{
    private const double PerSecond = 5_000;
    private const double Most = PerSecond / 5;
    private const int Cheap = 1;
    private const int Dear = 10;
    private const int PrefaceBytes = 24;
    private const int HeaderBytes = 9;

    private readonly byte[] header = new byte[HeaderBytes];
    private double left = Most;
    private long lastAt = time.GetTimestamp();
    private int skip = PrefaceBytes;
    private int headerBytes;

    /// <summary>Pays for the frames that begin in these bytes, which follow on those of the call before.</summary>
    /// <returns>How long the connection must rest until nothing is owed.</returns>
    public TimeSpan Spend(ReadOnlySequence<byte> bytes)
    {
        var now = time.GetTimestamp();
        left = Math.Min(Most, left + (time.GetElapsedTime(lastAt, now).TotalSeconds * PerSecond));
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
        return type is headers or windowUpdate || (type is data && payloadBytes > 0) ? Cheap : Dear;
    }
}

using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Rendering.Media;

/// <summary>Width and height of an image, in pixels.</summary>
internal readonly record struct PixelSize(int Width, int Height);

/// <summary>Reads the size of a PNG, JPEG, GIF or WebP file from its headers: a few short reads, never more than 64 KiB in all.</summary>
internal static class ImageSize
{
    private const int HeadBytes = 32;
    private const int SegmentBytes = 16;

    // Cameras write about a dozen; each costs one read of 16 bytes.
    private const int MaxSegments = 1_000;

    /// <summary>The size; null when the file is of another format, truncated or corrupt.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PixelSize? Read(SafeFileHandle file)
    {
        try
        {
            Span<byte> head = stackalloc byte[HeadBytes];
            head = head[..RandomAccess.Read(file, head, 0)];
            if (head is [0xFF, 0xD8, 0xFF, ..]) return JpegSize(file);
            return head.Length < HeadBytes ? ShortSize(head) : PngSize(head) ?? ShortSize(head) ?? WebPSize(head);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    // PNG, section 5.3: the first chunk is IHDR.
    private static PixelSize? PngSize(ReadOnlySpan<byte> head) =>
        head[0] == 0x89 && head[1..8].SequenceEqual("PNG\r\n\x1A\n"u8) && head[12..16].SequenceEqual("IHDR"u8)
            ? Of(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
            : null;

    // GIF89a, section 18. The smallest file is shorter than the headers of the other formats.
    private static PixelSize? ShortSize(ReadOnlySpan<byte> head) =>
        head.Length >= 10 && (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            ? Of(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : null;

    // RFC 9649, sections 2.4 to 2.7: lossy, lossless, extended.
    private static PixelSize? WebPSize(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("RIFF"u8) || !head[8..12].SequenceEqual("WEBP"u8)) return null;
        var kind = head[12..16];
        if (kind.SequenceEqual("VP8X"u8)) return Of(Three(head[24..]) + 1, Three(head[27..]) + 1);
        if (kind.SequenceEqual("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return Of((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return kind.SequenceEqual("VP8 "u8) && head[23..26] is [0x9D, 0x01, 0x2A]
            ? Of(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : null;
    }

    // ITU-T T.81, annex B: a sequence of segments, of which a frame header contains the size. The data in between is skipped, not read.
    private static PixelSize? JpegSize(SafeFileHandle file)
    {
        Span<byte> segment = stackalloc byte[SegmentBytes];
        long at = 2;
        for (var count = 0; count < MaxSegments; count++)
        {
            if (RandomAccess.Read(file, segment, at) < 9 || segment[0] != 0xFF) return null;
            var marker = segment[1];
            if (IsFrame(marker))
                return Of(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));
            if (marker is 0xD9 or 0xDA) return null;
            at += marker switch
            {
                0xFF => 1,
                0x01 or (>= 0xD0 and <= 0xD7) => 2,
                _ => 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]),
            };
        }

        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static PixelSize? Of(int width, int height) => width > 0 && height > 0 ? new PixelSize(width, height) : null;
}

using System.Buffers.Binary;

namespace FeedApi.Tests.Rendering.Media;

/// <summary>The heads of picture files, which are all that their size is read from.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height) =>
        [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Four(width), .. Four(height), 8, 6, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Gif(int width, int height) => [.. "GIF89a"u8, .. LittleTwo(width), .. LittleTwo(height)];

    /// <summary>Application segments of <paramref name="metadataBytes"/> in all come before the frame.</summary>
    public static byte[] Jpeg(int width, int height, int metadataBytes = 0, byte frame = 0xC2)
    {
        List<byte> file = [0xFF, 0xD8];
        for (var left = metadataBytes; left > 0; left -= 60_000)
            file.AddRange([0xFF, 0xE1, .. BigTwo(Math.Min(left, 60_000) + 2), .. new byte[Math.Min(left, 60_000)]]);
        return [.. file, 0xFF, 0xFF, frame, .. BigTwo(17), 8, .. BigTwo(height), .. BigTwo(width), 3, 0, 0, 0];
    }

    public static byte[] LossyWebP(int width, int height) =>
        WebP("VP8 "u8, [0, 0, 0, 0x9D, 0x01, 0x2A, .. LittleTwo(width), .. LittleTwo(height)]);

    public static byte[] LosslessWebP(int width, int height)
    {
        var bits = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bits, (width - 1) | ((height - 1) << 14));
        return WebP("VP8L"u8, [0x2F, .. bits]);
    }

    public static byte[] ExtendedWebP(int width, int height) =>
        WebP("VP8X"u8, [0, 0, 0, 0, .. LittleTwo(width - 1), 0, .. LittleTwo(height - 1), 0]);

    private static byte[] WebP(ReadOnlySpan<byte> kind, byte[] chunk) =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. kind, 0, 0, 0, 0, .. chunk, .. new byte[16]];

    private static byte[] Four(int value) => [0, 0, .. BigTwo(value)];

    private static byte[] BigTwo(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] LittleTwo(int value) => [(byte)value, (byte)(value >> 8)];
}

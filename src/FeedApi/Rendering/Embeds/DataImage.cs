using System.Buffers.Text;
using System.Text;

namespace FeedApi.Rendering.Embeds;

/// <summary>Pictures that are written into an address (RFC 2397).</summary>
internal static class DataImage
{
    /// <summary>Maximum size of a picture, in bytes: it is sent with the text in every feed.</summary>
    public const int MaxBytes = 32 * 1024;

    private const string Base64Mark = ";base64,";

    /// <summary>True when an address is a <c>data:</c> URL, of whatever kind.</summary>
    public static bool IsData(string address) => address.AsSpan().TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a PNG, JPEG, GIF or WebP picture of at most <see cref="MaxBytes"/>, whose bytes begin as its type says.</summary>
    public static bool IsAccepted(string address)
    {
        if (!TrySplit(address, out var type, out var data) || data.Length > (MaxBytes * 4 / 3) + 4) return false;
        if (type is not ("image/png" or "image/jpeg" or "image/jpg" or "image/gif" or "image/webp")) return false;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(data.Length)];
        return Convert.TryFromBase64String(data, bytes, out var length) && length <= MaxBytes && IsRaster(bytes.AsSpan(0, length));
    }

    /// <summary>The text of an SVG picture; null when the address is of another kind, or too large.</summary>
    public static string? SvgOf(string address)
    {
        var tidy = address.Trim();
        if (!tidy.StartsWith("data:image/svg+xml", StringComparison.OrdinalIgnoreCase)) return null;
        var comma = tidy.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || tidy.Length > RenderingLimits.SvgChars * 2) return null;
        var text = Uri.UnescapeDataString(tidy[(comma + 1)..]);
        if (!tidy[..(comma + 1)].EndsWith(Base64Mark, StringComparison.OrdinalIgnoreCase)) return text;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    /// <summary>What a problem says of an address: its type and size.</summary>
    public static string Describe(string address)
    {
        var tidy = address.Trim();
        var end = tidy.AsSpan().IndexOfAny(';', ',');
        var type = end > "data:".Length ? tidy["data:".Length..Math.Min(end, 40)] : "no type";
        return FormattableString.Invariant($"{type}, {(tidy.Length + 1023) / 1024} KB as text");
    }

    private static bool TrySplit(string address, out string type, out string data)
    {
        var tidy = address.Trim();
        var mark = tidy.IndexOf(Base64Mark, StringComparison.OrdinalIgnoreCase);
        var isBase64 = IsData(tidy) && mark is > 5 and < 40;
        type = isBase64 ? tidy["data:".Length..mark].ToLowerInvariant() : "";
        data = isBase64 ? tidy[(mark + Base64Mark.Length)..] : "";
        return isBase64;
    }

    private static bool IsRaster(ReadOnlySpan<byte> bytes) =>
        bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..]
        || bytes.StartsWith("GIF8"u8) || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8));
}

using System.Text;
using System.Text.Unicode;

namespace FeedApi.Site.Files;

/// <summary>The encoding from which the bytes of a file were decoded.</summary>
internal enum DecodedFrom
{
    /// <summary>Valid UTF-8 or UTF-16.</summary>
    Unicode,

    /// <summary>GB18030 (a superset of GBK and GB 2312), in whole or in some lines.</summary>
    Gb18030,

    /// <summary>The bytes could not be decoded; there is no text.</summary>
    Nothing,
}

/// <summary>
/// Decodes the bytes of a file: by its byte order mark, else as strict UTF-8, else as GB18030. Fails rather than produce mojibake.
/// </summary>
internal static class TextDecoder
{
    private const byte LineFeed = (byte)'\n';

    // Encodings are stateless and can be shared.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The encoding of that name, strict; null when it is unknown.</summary>
    public static Encoding? EncodingOf(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Decodes a file in a given encoding, or by its byte order mark if it has one; null when the bytes are invalid.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return Decode(bytes, out var source) is var text && source == DecodedFrom.Unicode ? text : null;
        try
        {
            return WithLineFeeds(encoding.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Decodes to text without byte order mark and with <c>\n</c> as line end; empty when the bytes cannot be decoded.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="source">The detected encoding.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, out DecodedFrom source) => Decode(bytes, out source, out _);

    /// <summary>
    /// The same, with the first line (1-based) that is not UTF-8; null when all lines are, or when no single line is at fault.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, out DecodedFrom source, out int? firstLine)
    {
        source = DecodedFrom.Unicode;
        firstLine = null;
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => StrictUtf8(rest),
            [0xFF, 0xFE, 0, 0, ..] => null,
            [0xFF, 0xFE, .. var rest] => Utf16(rest, isBigEndian: false),
            [0xFE, 0xFF, .. var rest] => Utf16(rest, isBigEndian: true),
            _ => StrictUtf8(bytes) ?? Mixed(bytes, ref source, ref firstLine),
        };
        if (text is null) source = DecodedFrom.Nothing;
        return text is null ? "" : WithLineFeeds(text.TrimStart('\uFEFF'));
    }

    private static string? StrictUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;

    // An odd length means that the file is truncated; lone surrogates become U+FFFD.
    private static string? Utf16(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        bytes.Length % 2 != 0 ? null : (isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);

    // Line by line, because a file may contain both: a job that pastes a GBK page below UTF-8 front matter writes such files.
    private static string? Mixed(ReadOnlySpan<byte> bytes, ref DecodedFrom source, ref int? firstLine)
    {
        var isPartlyUtf8 = HasUtf8Line(bytes);
        var text = new StringBuilder(bytes.Length);
        var number = 0;
        foreach (var range in bytes.Split(LineFeed))
        {
            number++;
            if (firstLine is null && !Utf8.IsValid(bytes[range])) firstLine = number;
            if (text.Length > 0 || range.Start.Value > 0) text.Append('\n');
            if (DecodeLine(bytes[range], isPartlyUtf8) is not { } line) return null;
            text.Append(line);
        }

        source = DecodedFrom.Gb18030;
        return text.ToString();
    }

    private static string? DecodeLine(ReadOnlySpan<byte> line, bool isPartlyUtf8)
    {
        var isUtf8 = Utf8.IsValid(line);
        if (isUtf8 && (isPartlyUtf8 || System.Text.Ascii.IsValid(line))) return Encoding.UTF8.GetString(line);
        if (!isUtf8 && (IsDamagedUtf8(line) || !LooksChinese(line))) return null;
        try
        {
            return Gb18030.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Only sequences of three or four bytes indicate UTF-8: many two-byte characters of GBK are valid UTF-8 by chance.
    private static bool HasUtf8Line(ReadOnlySpan<byte> bytes)
    {
        foreach (var range in bytes.Split(LineFeed))
        {
            var line = bytes[range];
            if (line.IndexOfAnyInRange((byte)0xE0, (byte)0xF4) >= 0 && Utf8.IsValid(line)) return true;
        }

        return false;
    }

    // A UTF-8 line with an invalid sequence would be decoded to nonsense by GB18030.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> line)
    {
        var (whole, broken) = (0, 0);
        while (!line.IsEmpty)
        {
            var isWhole = Rune.DecodeFromUtf8(line, out _, out var length) == System.Buffers.OperationStatus.Done;
            if (!isWhole) broken++;
            else if (length > 2) whole++;
            line = line[length..];
        }

        return whole > broken;
    }

    // Latin-1 is nearly always valid GB18030: an accented letter and the next letter form a rare character. Common Chinese
    // characters have high second bytes.
    private static bool LooksChinese(ReadOnlySpan<byte> line)
    {
        var (common, rare) = (0, 0);
        for (var i = 0; i + 1 < line.Length; i++)
        {
            if (line[i] < 0x80) continue;
            var second = line[++i];
            if (second is >= 0x30 and <= 0x39) i += 2;
            else if (second < 0xA1) rare++;
            else common++;
        }

        return rare <= common;
    }

    private static string WithLineFeeds(string text) =>
        text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}

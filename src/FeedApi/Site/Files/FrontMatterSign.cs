using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Site.Files;

/// <summary>Tells by its first line whether a file begins with front matter, of YAML or TOML.</summary>
/// <remarks>
/// Jekyll, "Static Files": such a file is a template, whatever its name. Jekyll 4.3 reads <c>---</c> with white space behind it too. White
/// space or a byte order mark ahead of it, with which Jekyll would publish the source, is taken for a slip.
/// </remarks>
internal static class FrontMatterSign
{
    // A first line that is longer has other signs on it.
    private const int HeadBytes = 256;

    /// <summary>True for an open file that begins with front matter.</summary>
    public static bool IsIn(SafeFileHandle handle)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        return IsIn(head[..RandomAccess.Read(handle, head, 0)]);
    }

    /// <summary>True for a regular file at a path that begins with front matter.</summary>
    /// <exception cref="UnreadableException">The file cannot be read.</exception>
    public static bool IsIn(string path)
    {
        try
        {
            using var handle = RegularFile.Open(path, out var state, out _);
            return state.Kind == FileKind.Regular && IsIn(handle);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception failure) when (failure is not UnreadableException and (IOException or UnauthorizedAccessException))
        {
            throw new UnreadableException(path, FileError.Of(failure));
        }
    }

    /// <summary>True for the first bytes of a file that begins with front matter.</summary>
    private static bool IsIn(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return IsInUtf16(head);
        if (head is [0xEF, 0xBB, 0xBF, ..]) head = head[3..];
        var end = head.IndexOfAny((byte)'\n', (byte)'\r');
        // Without a second line there is nothing that it could begin.
        if (end < 3) return false;
        var line = Trim(head[..end]);
        return line.SequenceEqual("---"u8) || line.SequenceEqual("+++"u8);
    }

    private static bool IsInUtf16(ReadOnlySpan<byte> head)
    {
        var text = (head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..(head.Length & ~1)]);
        return text.AsSpan().IndexOfAny('\n', '\r') is >= 3 and var end && text.AsSpan(0, end).Trim() is "---" or "+++";
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => line.Trim(" \t\v\f"u8);
}

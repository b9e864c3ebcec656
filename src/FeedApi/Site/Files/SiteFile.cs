using FeedApi.Model.Text;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Site.Files;

/// <summary>Reads the files of a site: regular ones whose real path is inside the content folder, up to a maximum size.</summary>
internal static class SiteFile
{
    /// <summary>The state of a file; missing when it, or the target of a link, is outside the content folder.</summary>
    /// <param name="contentFolder">The content folder.</param>
    /// <param name="relativePath">With <c>/</c> as separator.</param>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static FileState Look(string contentFolder, string relativePath)
    {
        if (!IsPlain(relativePath)) return default;
        var fullPath = Path.Combine(contentFolder, relativePath);
        var state = RegularFile.Look(fullPath, followsLinks: true);
        if (state.Kind == FileKind.Unreadable)
            return FileError.IsImpossible(state.Error) ? default : throw new UnreadableException(fullPath, state.Error);
        if (state.Kind != FileKind.Regular) return state;
        return PostPath.IsInside(RegularFile.RealPathOf(contentFolder), RegularFile.RealPathOf(fullPath)) ? state : default;
    }

    /// <summary>
    /// True when a file still has a known state. One system call: whether it is inside the content folder was checked before.
    /// </summary>
    public static bool IsUnchanged(string contentFolder, string relativePath, FileState known) =>
        RegularFile.Look(Path.Combine(contentFolder, relativePath), followsLinks: true) == known;

    /// <summary>The bytes; null when the file is missing, not regular, outside the content folder or too large.</summary>
    /// <exception cref="UnreadableException">The file cannot be read.</exception>
    public static byte[]? ReadBytes(string contentFolder, string relativePath, int maxBytes)
    {
        if (Look(contentFolder, relativePath).Kind != FileKind.Regular) return null;
        var fullPath = Path.Combine(contentFolder, relativePath);
        try
        {
            using var handle = RegularFile.Open(fullPath, out var state, out var realPath);
            var isOurs = state.Kind == FileKind.Regular && PostPath.IsInside(RegularFile.RealPathOf(contentFolder), realPath);
            return isOurs && state.SizeBytes <= maxBytes ? Read(handle, (int)state.SizeBytes) : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is not UnreadableException and (IOException or UnauthorizedAccessException))
        {
            throw new UnreadableException(fullPath, FileError.Of(failure));
        }
    }

    /// <summary>The text; null as for <see cref="ReadBytes"/>, and when the bytes cannot be decoded.</summary>
    public static string? ReadText(string contentFolder, string relativePath, int maxBytes)
    {
        if (ReadBytes(contentFolder, relativePath, maxBytes) is not { } bytes) return null;
        var text = TextDecoder.Decode(bytes, out var source);
        return source == DecodedFrom.Nothing ? null : XmlText.Clean(text);
    }

    // Paths with ".." and paths that cannot occur in a URL are rejected without any file access.
    private static bool IsPlain(string relativePath) =>
        relativePath.Length is > 0 and <= 1024 && !Path.IsPathRooted(relativePath) && !relativePath.AsSpan().ContainsAny('\0', '\\')
        && relativePath.Split('/').All(part => part is not (".." or "." or ""));

    private static byte[] Read(SafeFileHandle handle, int size)
    {
        var bytes = new byte[size];
        var length = 0;
        while (length < size && RandomAccess.Read(handle, bytes.AsSpan(length), length) is > 0 and var read) length += read;
        return length == size ? bytes : bytes[..length];
    }
}

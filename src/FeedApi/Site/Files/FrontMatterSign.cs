using Microsoft.Win32.SafeHandles;

namespace FeedApi.Site.Files;

/// <summary>Tells by its first line whether a file begins with front matter, of YAML or TOML.</summary>
/// <remarks>Jekyll, "Static Files": such a file is a template, whatever its name.</remarks>
internal static class FrontMatterSign
{
    /// <summary>True for an open file that begins with front matter.</summary>
    public static bool IsIn(SafeFileHandle handle)
    {
        Span<byte> head = stackalloc byte[4];
        return RandomAccess.Read(handle, head, 0) == head.Length
            && head is [.., (byte)'\n' or (byte)'\r']
            && (head[..3].SequenceEqual("---"u8) || head[..3].SequenceEqual("+++"u8));
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
}

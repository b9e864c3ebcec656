using FeedApi.Site.Files;

namespace FeedApi.Content.Files;

/// <summary>Tries whether what could not be read can be read now.</summary>
internal static class Readability
{
    /// <summary>True when a file or folder can be read, as far as its beginning tells, or is gone.</summary>
    /// <param name="fullPath">Its full path.</param>
    public static bool IsReadable(string fullPath)
    {
        try
        {
            if (RegularFile.Look(fullPath, followsLinks: true).Kind == FileKind.Folder) return FolderReader.Read(fullPath).Count() >= 0;
            using var handle = RegularFile.Open(fullPath, out _, out _);
            Span<byte> first = stackalloc byte[1];
            _ = RandomAccess.Read(handle, first, 0);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return FileError.IsGone(FileError.Of(failure));
        }
    }
}

namespace FeedApi.Site.Files;

/// <summary>A picture, recording or other file of the content folder that posts show or attach.</summary>
internal static class MediaFile
{
    /// <summary>
    /// The size in bytes; null when there is no such file. An empty file is one that is about to be written, and a link that leads out of
    /// the folder leads to nothing that is published.
    /// </summary>
    /// <param name="root">The content folder with all links resolved; null when it does not exist.</param>
    /// <param name="path">Relative to it.</param>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static long? SizeOf(string? root, string path)
    {
        if (root is null) return null;
        var fullPath = Path.Combine(root, path);
        var state = RegularFile.Look(fullPath, followsLinks: true);
        if (state.Kind == FileKind.Unreadable && !FileError.IsImpossible(state.Error)) throw new UnreadableException(fullPath, state.Error);
        if (state.Kind != FileKind.Regular || state.SizeBytes == 0) return null;
        return PostPath.IsInside(root, RegularFile.RealPathOf(fullPath)) ? state.SizeBytes : null;
    }
}

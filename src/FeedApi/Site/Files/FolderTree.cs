namespace FeedApi.Site.Files;

/// <summary>Lists what is in folders of the site. A folder that does not exist is empty; one that cannot be read is a fault.</summary>
internal static class FolderTree
{
    private const int MaxDepth = 100;

    /// <summary>The full paths of the regular files below a folder, and of links to such.</summary>
    /// <param name="root">Full path of the folder.</param>
    /// <param name="skipsHidden">True to leave out names that begin with a dot.</param>
    /// <param name="followsLinks">True to enter links to folders, and to return links to files.</param>
    /// <param name="maxDepth">How many folders deep.</param>
    /// <exception cref="UnreadableException">A folder cannot be read.</exception>
    public static IEnumerable<string> FilesBelow(string root, bool skipsHidden, bool followsLinks, int maxDepth = MaxDepth)
    {
        List<string> folders = [];
        foreach (var entry in EntriesOf(root))
        {
            if (skipsHidden && entry.Name[0] == '.') continue;
            var path = Path.Combine(root, entry.Name);
            var kind = entry.Kind == FileKind.Link && followsLinks ? TargetOf(path) : entry.Kind;
            if (kind == FileKind.Regular) yield return path;
            else if (kind == FileKind.Folder) folders.Add(path);
        }

        if (maxDepth == 0) yield break;
        foreach (var folder in folders)
        {
            foreach (var path in FilesBelow(folder, skipsHidden, followsLinks, maxDepth - 1)) yield return path;
        }
    }

    /// <summary>The names of the folders in a folder, and of links to such, in ordinal order.</summary>
    /// <exception cref="UnreadableException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> FoldersIn(string root) =>
    [
        .. EntriesOf(root)
            .Where(entry => (entry.Kind == FileKind.Link ? TargetOf(Path.Combine(root, entry.Name)) : entry.Kind) == FileKind.Folder)
            .Select(entry => entry.Name)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The full paths of the folders below a folder, without links and hidden ones.</summary>
    /// <exception cref="UnreadableException">A folder cannot be read.</exception>
    public static IEnumerable<string> FoldersBelow(string root, int maxDepth)
    {
        foreach (var entry in EntriesOf(root).Where(entry => entry.Kind == FileKind.Folder && entry.Name[0] != '.'))
        {
            var path = Path.Combine(root, entry.Name);
            yield return path;
            if (maxDepth == 0) continue;
            foreach (var below in FoldersBelow(path, maxDepth - 1)) yield return below;
        }
    }

    private static FileKind TargetOf(string path)
    {
        var state = RegularFile.Look(path, followsLinks: true);
        if (state.Kind == FileKind.Unreadable && !FileError.IsImpossible(state.Error)) throw new UnreadableException(path, state.Error);
        return state.Kind;
    }

    // One that is deleted while it is read has no entries any more.
    private static List<FolderEntry> EntriesOf(string folder)
    {
        try
        {
            return [.. FolderReader.Read(folder)];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }
}

namespace FeedApi.Site.Files;

/// <summary>Joins paths with <c>/</c> as separator.</summary>
internal static class RelativePaths
{
    /// <summary>A path from a folder on; null when it leads out of the root.</summary>
    /// <param name="folder">Empty for the root.</param>
    /// <param name="path">May have parts such as <c>..</c>.</param>
    public static string? Join(string folder, string path)
    {
        List<string> parts = [.. folder.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    /// <summary>The folder of a file; empty for the root.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";
}

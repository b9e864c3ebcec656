namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Paths as Go's package <c>path</c> makes them.</summary>
internal static class GoPath
{
    /// <summary>The shortest equal path: without <c>.</c>, doubled slashes, and <c>..</c> but at its start; a dot for none.</summary>
    public static string Clean(string path)
    {
        var isRooted = path.StartsWith('/');
        List<string> parts = [];
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != ".." || (!isRooted && (parts.Count == 0 || parts[^1] == ".."))) parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        }

        var clean = (isRooted ? "/" : "") + string.Join('/', parts);
        return clean.Length > 0 ? clean : ".";
    }

    /// <summary>The parts that are not empty, joined and cleaned.</summary>
    public static string Join(IEnumerable<string> parts) =>
        string.Join('/', parts.Where(part => part.Length > 0)) is { Length: > 0 } path ? Clean(path) : "";

    /// <summary>The last part.</summary>
    public static string Base(string path)
    {
        if (path.Length == 0) return ".";
        var trimmed = path.TrimEnd('/');
        return trimmed.Length == 0 ? "/" : trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    /// <summary>Everything but the last part, cleaned.</summary>
    public static string Folder(string path) => Clean(path[..(path.LastIndexOf('/') + 1)]);

    /// <summary>What follows the last dot of the last part, with the dot.</summary>
    public static string Extension(string path) =>
        path.LastIndexOf('.') is var dot && dot > path.LastIndexOf('/') ? path[dot..] : "";
}

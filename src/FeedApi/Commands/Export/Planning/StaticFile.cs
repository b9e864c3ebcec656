namespace FeedApi.Commands.Export.Planning;

/// <summary>Chooses the file in which the answer at an address is kept, as static servers look for it.</summary>
internal static class StaticFile
{
    // File systems have 255; a compressed copy adds an ending.
    private const int MaxNameBytes = 252;

    /// <summary>The file; null when no file can have that name.</summary>
    /// <param name="path">Percent-encoded, beginning with a slash.</param>
    /// <param name="type">The media type.</param>
    public static string? Of(string path, string type)
    {
        var name = Uri.UnescapeDataString(path)[1..];
        if (name.Length == 0 || name.EndsWith('/')) name += "index.html";
        else if (type.StartsWith("text/html", StringComparison.Ordinal) && !IsHtml(name)) name += ".html";
        else if (type.StartsWith("application/json", StringComparison.Ordinal) && !HasExtension(name)) name += ".json";
        return name.Split('/').All(IsName) ? name : null;
    }

    private static bool IsHtml(string name) =>
        name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    // An id may have dots: those of the API are no names of files.
    private static bool HasExtension(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string part) =>
        part is not ("" or "." or "..") && !part.Contains('\0', StringComparison.Ordinal)
        && System.Text.Encoding.UTF8.GetByteCount(part) <= MaxNameBytes;
}

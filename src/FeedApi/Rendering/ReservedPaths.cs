using System.Collections.Frozen;

namespace FeedApi.Rendering;

/// <summary>Addresses that the program needs for itself: an article there would never be shown.</summary>
internal static class ReservedPaths
{
    private static readonly FrozenSet<string> Whole = Set("/feed /feed.rss /feed.atom /feed.json /opml.xml /openapi.json /openapi.yaml /style.css /hub /search /metrics");
    private static readonly FrozenSet<string> Folders = Set("docs health");
    private static readonly FrozenSet<string> Collections = Set("categories tags authors");

    /// <summary>True when no article may have the path.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    public static bool Contains(string path)
    {
        var trimmed = path.TrimEnd('/');
        var parts = trimmed.Split('/')[1..];
        if (Whole.Contains(trimmed) || Folders.Contains(parts[0])) return true;
        if (parts is ["api", "v1", ..] || parts is [".well-known", ..]) return true;
        return Collections.Contains(parts[0])
            && (parts.Length < 3 || (parts.Length == 3 && (parts[2] == "feed" || parts[2].StartsWith("feed.", StringComparison.OrdinalIgnoreCase))));
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

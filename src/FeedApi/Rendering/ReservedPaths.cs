using System.Collections.Frozen;
using FeedApi.Content;

namespace FeedApi.Rendering;

/// <summary>Addresses that the program needs for itself or for feeds: an article there would never be shown.</summary>
internal static class ReservedPaths
{
    private const string PageExtension = ".xml";

    private static readonly FrozenSet<string> Whole = Set("/feed /feed.rss /feed.atom /feed.json /opml.xml /openapi.json /openapi.yaml /style.css /hub /search /metrics");
    private static readonly FrozenSet<string> Folders = Set("docs health");
    private static readonly FrozenSet<string> Collections = Set("categories tags authors");

    // The feeds of other programs: those of the site, and of a term below its page.
    private static readonly FrozenSet<string> MainFeeds = Set("/feed.xml /rss.xml /atom.xml /index.xml /rss /feed/rss2 /feed/rss /feed/atom");
    private static readonly FrozenSet<string> WordPressFeeds = Set("feed feed/rss2 feed/rss feed/atom");
    private static readonly FrozenSet<string> WordPressTerms = Set("category tag author");
    private static readonly FrozenSet<string> GhostTerms = Set("tag author");

    /// <summary>True when no article may have the path.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    /// <param name="feeds">The site's own addresses of feeds.</param>
    public static bool Contains(string path, FeedSettings feeds) => IsOwn(path) || IsOfOthers(path.TrimEnd('/')) || IsChosen(path.TrimEnd('/'), feeds);

    /// <summary>True for an address that the program itself has.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    public static bool IsOwn(string path)
    {
        var trimmed = path.TrimEnd('/');
        if (trimmed.Length == 0) return true;
        var parts = trimmed.Split('/')[1..];
        if (Whole.Contains(trimmed) || Folders.Contains(parts[0])) return true;
        if (parts is ["api", "v1", ..] || parts is [".well-known", ..]) return true;
        return Collections.Contains(parts[0])
            && (parts.Length < 3 || (parts.Length == 3 && (parts[2] == "feed" || parts[2].StartsWith("feed.", StringComparison.OrdinalIgnoreCase))));
    }

    private static bool IsOfOthers(string path)
    {
        if (MainFeeds.Contains(path)) return true;
        if (path.Split('/', 4) is not ["", var word, _, var rest]) return false;
        return (Collections.Contains(word) && rest.Equals("index.xml", StringComparison.OrdinalIgnoreCase))
            || (WordPressTerms.Contains(word) && WordPressFeeds.Contains(rest))
            || (GhostTerms.Contains(word) && rest.Equals("rss", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsChosen(string path, FeedSettings feeds) =>
        feeds.Aliases.ContainsKey(path)
        || path.Equals(feeds.Path?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
        || (feeds.IsJekyll && IsPageBelow("/feed/", path))
        || (feeds.Tags is { } tags && IsPageBelow(tags.Path, path));

    private static bool IsPageBelow(string folder, string path) =>
        path.Length > folder.Length + PageExtension.Length
        && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(PageExtension, StringComparison.OrdinalIgnoreCase)
        && !path.AsSpan(folder.Length).Contains('/');

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

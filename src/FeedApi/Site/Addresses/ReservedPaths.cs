using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FeedApi.Site.Settings;

namespace FeedApi.Site.Addresses;

/// <summary>Addresses that the program needs for itself or for feeds: an article there would never be shown.</summary>
internal static partial class ReservedPaths
{
    private const string PageExtension = ".xml";

    private static readonly FrozenSet<string> Whole = Set("/feed /feed.rss /feed.atom /feed.json /opml.xml /openapi.json /openapi.yaml /style.css /hub /search /metrics /health /health/live /health/ready");
    private static readonly FrozenSet<string> Collections = Set("categories tags authors");

    // The feeds of other programs.
    private static readonly FrozenSet<string> TermFeeds = Set("index.xml atom.xml rss.xml");
    private static readonly FrozenSet<string> MainFeeds = Set("/feed.xml /rss.xml /atom.xml /index.xml /rss /feed/rss2 /feed/rss /feed/rdf /feed/atom");
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
        if (Whole.Contains(trimmed) || parts[0].Equals("docs", StringComparison.OrdinalIgnoreCase)) return true;
        if (parts is ["api", "v1", ..] || parts is [".well-known", ..]) return true;
        return Collections.Contains(parts[0])
            && (parts.Length < 3 || (parts.Length == 3 && (parts[2] == "feed" || parts[2].StartsWith("feed.", StringComparison.OrdinalIgnoreCase))));
    }

    private static bool IsOfOthers(string path) =>
        MainFeeds.Contains(path)
        || (path.Split('/') is ["", var word, _, var rest] && Collections.Contains(word) && TermFeeds.Contains(rest))
        || (path.Split('/') is ["", var term, _, var feed] && GhostTerms.Contains(term) && feed.Equals("rss", StringComparison.OrdinalIgnoreCase))
        || WordPressFeed().IsMatch(path);

    private static bool IsChosen(string path, FeedSettings feeds) =>
        feeds.Aliases.ContainsKey(path)
        || path.Equals(feeds.Path?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
        || (feeds.IsJekyll && IsPageBelow("/feed/", path))
        || (feeds.Tags is { } tags && IsPageBelow(tags.Path, path));

    private static bool IsPageBelow(string folder, string path) =>
        path.Length > folder.Length + PageExtension.Length
        && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(PageExtension, StringComparison.OrdinalIgnoreCase)
        && !path.AsSpan(folder.Length).Contains('/');

    // Of a term, of a category below others, of a search, and of a year, a month or a day.
    [GeneratedRegex(
        @"^/((tag|author|search)/[^/]+|category(/[^/]+){1,3}|[0-9]{4}(/[0-9]{1,2}){0,2})/feed(/(rss2|rss|rdf|atom))?\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WordPressFeed();

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

using System.Collections.Frozen;

namespace FeedApi.Http.Traffic;

/// <summary>Tells the kind of a request by its path alone, since most requests are answered ahead of routing.</summary>
internal static class RequestKinds
{
    // The last part of the path: FeedApi's own feeds, and the addresses that other programs gave to theirs.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FeedNames = new[]
    {
        "feed", "feed.rss", "feed.atom", "feed.json", "feed.xml", "rss", "rss2", "rdf", "atom", "rss.xml", "atom.xml", "index.xml",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of the kinds, as metrics show them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<RequestKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>The kind of a path below the site's base.</summary>
    public static RequestKind Of(ReadOnlySpan<char> path)
    {
        if (Begins(path, "/api/")) return RequestKind.Api;
        var end = path.TrimEnd('/');
        if (FeedNames.Contains(end[(end.LastIndexOf('/') + 1)..])) return RequestKind.Feed;
        if (Is(end, "/opml.xml")) return RequestKind.Opml;
        if (Begins(path, "/health/")) return RequestKind.Health;
        if (Is(end, "/docs") || Begins(path, "/docs/") || Begins(path, "/openapi.") || Is(end, "/.well-known/api-catalog")) return RequestKind.Documentation;
        return Begins(end, "/feed/") && end.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? RequestKind.Feed : RequestKind.Page;
    }

    private static bool Begins(ReadOnlySpan<char> path, string start) => path.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> path, string whole) => path.Equals(whole, StringComparison.OrdinalIgnoreCase);
}

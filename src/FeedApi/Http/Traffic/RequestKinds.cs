using System.Collections.Frozen;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Traffic;

/// <summary>Determines the kind of a request by its path alone, because most requests are served ahead of routing.</summary>
internal static class RequestKinds
{
    // Prefixes below which everything is of one kind, with a trailing slash.
    private static readonly (string Prefix, RequestKind Kind)[] Prefixes =
    [
        ("/api/", RequestKind.Api),
        ("/health/", RequestKind.Health),
    ];

    private static readonly FrozenDictionary<string, RequestKind>.AlternateLookup<ReadOnlySpan<char>> Whole = AddressTable.Own
        .Where(route => !route.Key.Contains('{'))
        .ToFrozenDictionary(route => route.Key, route => route.Value, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    // The last segments of the paths of FeedApi's own feeds and of the aliases.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FeedNames = AddressTable.Own
        .Where(route => route.Value is RequestKind.Feed).Select(route => route.Key)
        .Concat(FeedAliasAddresses.All.Select(alias => alias.Pattern))
        .Select(pattern => pattern[(pattern.LastIndexOf('/') + 1)..])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly AddressPattern JekyllCategory = new(FeedAliasAddresses.JekyllCategory);

    /// <summary>The names of the kinds in metrics.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<RequestKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>The kind of a request for a path below the site's base path.</summary>
    public static RequestKind Of(ReadOnlySpan<char> path)
    {
        foreach (var (prefix, kind) in Prefixes)
        {
            if (path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return kind;
        }

        var end = path.TrimEnd('/');
        if (FeedNames.Contains(end[(end.LastIndexOf('/') + 1)..])) return RequestKind.Feed;
        if (Whole.TryGetValue(end, out var own)) return own;
        return JekyllCategory.Matches(end) && end.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? RequestKind.Feed
            : RequestKind.Page;
    }
}

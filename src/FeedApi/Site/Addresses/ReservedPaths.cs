using FeedApi.Site.Settings;

namespace FeedApi.Site.Addresses;

/// <summary>The addresses of the program and of feeds, which no article may have as a permalink.</summary>
internal static class ReservedPaths
{
    private const string PageExtension = ".xml";

    private static readonly AddressPattern[] Own = [.. AddressTable.Own.Keys.Except(AddressTable.GivingWay)
        .Concat(AddressTable.Reserved).Select(pattern => new AddressPattern(pattern))];

    // Where drawings are, files of the site are found too.
    private static readonly AddressPattern[] Answered = [.. AddressTable.Own.Keys.Except(AddressTable.GivingWay)
        .Where(pattern => pattern is not (Routes.Home or Routes.DerivedFile)).Select(pattern => new AddressPattern(pattern))];

    private static readonly AddressPattern[] OfOthers = [.. FeedAliasAddresses.All.Select(alias => new AddressPattern(alias.Pattern))];

    /// <summary>True when the path is reserved.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    /// <param name="feeds">The feed addresses that the site configures.</param>
    public static bool Contains(string path, FeedSettings feeds) =>
        IsOwn(path) || Array.Exists(OfOthers, pattern => pattern.Matches(path)) || IsChosen(path.TrimEnd('/'), feeds);

    /// <summary>True when the program or a feed answers at the path, so that no file of the site can.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    /// <param name="feeds">The feed addresses that the site configures.</param>
    public static bool AreAnswered(string path, FeedSettings feeds) =>
        Array.Exists(Answered, pattern => pattern.Matches(path))
        || Array.Exists(OfOthers, pattern => pattern.Matches(path))
        || IsChosen(path.TrimEnd('/'), feeds);

    /// <summary>
    /// The free path that is most like a reserved one: one of its segments has a number behind it, the last that suffices.
    /// </summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    /// <param name="feeds">The feed addresses that the site configures.</param>
    public static string NearestFree(string path, FeedSettings feeds)
    {
        var end = path.EndsWith('/') ? "/" : "";
        var parts = path.Trim('/').Split('/');
        for (var at = parts.Length - 1; at >= 0; at--)
        {
            var dot = parts[at].LastIndexOf('.');
            var part = dot > 0 ? $"{parts[at][..dot]}-2{parts[at][dot..]}" : parts[at].TrimStart('.') + "-2";
            var candidate = $"/{string.Join('/', [.. parts[..at], part, .. parts[(at + 1)..]])}{end}";
            if (!Contains(candidate, feeds)) return candidate;
        }

        return "/pages" + path;
    }

    /// <summary>True for an address of the program itself.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    public static bool IsOwn(string path) => Array.Exists(Own, pattern => pattern.Matches(path));

    private static bool IsChosen(string path, FeedSettings feeds) =>
        feeds.Aliases.ContainsKey(path)
        || path.Equals(feeds.Path?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)
        || (feeds.IsJekyll && IsPageBelow("/feed/", path))
        || feeds.Collections.Any(collection =>
            path.Equals(collection.Path, StringComparison.OrdinalIgnoreCase) || IsPageBelow(collection.Folder, path))
        || (feeds.Tags is { } tags && IsPageBelow(tags.Path, path));

    private static bool IsPageBelow(string folder, string path) =>
        path.Length > folder.Length + PageExtension.Length
        && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(PageExtension, StringComparison.OrdinalIgnoreCase)
        && !path.AsSpan(folder.Length).Contains('/');
}

using FeedApi.Site.Files;

namespace FeedApi.Site.Addresses;

/// <summary>Collects the keys of the site's files that one post links to, shows or attaches (<see cref="FileKeys"/>).</summary>
/// <param name="site">The site.</param>
/// <param name="sourcePath">The path of the post, relative to the content folder.</param>
/// <param name="hasBundle">True when the post has files of its own, which need no key.</param>
internal sealed class LinkedFiles(SiteConfig site, string sourcePath, bool hasBundle)
{
    private const int MaxFiles = 500;

    private readonly SortedSet<string> keys = new(StringComparer.Ordinal);
    private readonly FileKeys names = new(site);
    private readonly string[] roots = [.. new[] { site.Url + site.BaseUrl + "/", site.PublicUrl + "/" }.Distinct(StringComparer.Ordinal)];

    /// <summary>The keys, in order.</summary>
    public IReadOnlyList<string> Keys => keys.Count == 0 ? [] : [.. keys];

    /// <summary>Notes a link.</summary>
    /// <param name="written">The address as written.</param>
    /// <param name="resolved">The same, absolute.</param>
    public void Add(string written, string resolved)
    {
        if (keys.Count >= MaxFiles) return;
        var isRelative = IsRelative(written);
        // In a bundle such an address is that of a file beside the post.
        if (isRelative && hasBundle && !written.Contains("..", StringComparison.Ordinal)) return;
        if (Array.Find(roots, root => resolved.StartsWith(root, StringComparison.OrdinalIgnoreCase)) is { } start
            && PathOf(resolved[start.Length..]) is { } path)
        {
            keys.Add(names.OfAddress(path));
        }

        // Beside the source, which its author sees. Nothing of Jekyll's _posts is published.
        if (isRelative && !site.IsJekyll && PathOf(written) is { } beside
            && RelativePaths.Join(RelativePaths.FolderOf(sourcePath), beside) is { } neighbour)
        {
            keys.Add(names.OfContent(neighbour));
        }
    }

    private static bool IsRelative(string address) =>
        address.Length > 0 && address[0] is not ('/' or '#' or '?' or '@') && !address.Contains(':', StringComparison.Ordinal);

    // Null for what has no extension and is a page.
    private static string? PathOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        return path.AsSpan(path.LastIndexOf('/') + 1).Contains('.') ? Uri.UnescapeDataString(path) : null;
    }
}

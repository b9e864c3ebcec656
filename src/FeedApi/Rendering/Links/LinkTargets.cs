using System.Collections.Concurrent;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Links;

/// <summary>Finds the addresses of a site's files, as Jekyll's tags <c>link</c> and <c>post_url</c> write them. Thread-safe.</summary>
internal sealed class LinkTargets(SiteConfig site)
{
    private const int MaxKnown = 4_096;
    private const int MaxFolders = 1_000;
    private const string Posts = "_posts";

    private const int MaxDepth = 16;

    private readonly ConcurrentDictionary<string, (FileState State, string? Address)> known = new(StringComparer.Ordinal);
    // One that failed is made again: a folder may be readable later.
    private readonly Lazy<IReadOnlyList<string>> postFolders =
        new(() => PostFoldersOf(site.ContentFolder), LazyThreadSafetyMode.PublicationOnly);
    private readonly DocumentAddresses documents = new(site);
    private readonly PostReader reader = new(site);
    private readonly Permalinks permalinks = new(site);
    private readonly string[] extensions = [.. PostPath.Extensions.Union(site.Sources.Markdown)];
    private readonly string collections = site.Sources.CollectionsFolder is { Length: > 0 } folder ? folder + "/" : "";

    /// <summary>The address of a post, encoded, with the site's base path; null when there is none.</summary>
    /// <param name="name">The file's name without extension, optionally with folders before it.</param>
    /// <param name="spend">Receives the number of files checked and of bytes read.</param>
    public string? OfPost(string name, Action<int, long> spend)
    {
        var wanted = name.TrimStart('/');
        var slash = wanted.LastIndexOf('/') + 1;
        var (folder, stem) = (wanted[..slash], wanted[slash..]);
        if (PostFileName.Of(stem + ".md").Date is null) return null;
        return postFolders.Value.Prepend($"{collections}{folder}{Posts}").Prepend($"{collections}{Posts}/{folder}".TrimEnd('/'))
            .SelectMany(each => extensions.Select(extension => Address($"{each}/{stem}{extension}", spend)))
            .FirstOrDefault(address => address is not null);
    }

    /// <summary>The address of a post, a document of a collection, a page or any other file; null when there is none.</summary>
    /// <param name="path">Relative to the content folder, with an optional leading slash.</param>
    /// <param name="spend">Receives the number of files checked and of bytes read.</param>
    public string? OfFile(string path, Action<int, long> spend)
    {
        var wanted = path.StartsWith('/') ? path[1..] : path;
        var isInCollection = wanted.StartsWith('_') || wanted.Contains("/_", StringComparison.Ordinal);
        return (isInCollection ? Address(collections + wanted, spend) : null) ?? Address(wanted, spend);
    }

    private string? Address(string path, Action<int, long> spend)
    {
        spend(1, 0);
        if (known.TryGetValue(path, out var entry) && SiteFile.IsUnchanged(site.ContentFolder, path, entry.State)) return entry.Address;
        var state = SiteFile.Look(site.ContentFolder, path);
        if (state.Kind != FileKind.Regular) return null;
        spend(0, state.SizeBytes);
        if (known.Count >= MaxKnown) known.Clear();
        var found = PostPath.IsPost(path, isPlain: false, site.Sources.ShowsDrafts, site.Sources.Markdown)
            ? PathOfPost(path, state) : documents.PathOf(path);
        known[path] = (state, found is null ? null : site.BaseUrl + SiteLinks.Encode(found));
        return known[path].Address;
    }

    private string? PathOfPost(string path, FileState state)
    {
        var reading = reader.Read(new PostFile(path, state.SizeBytes, state.ModifiedTicks), CancellationToken.None);
        reading.ThrowIfUnreadable();
        return reading.Post is { IsHidden: false } post ? permalinks.PathOf(post).Path : null;
    }

    // Listed once: a post named without its folder may be in any of them.
    private static IReadOnlyList<string> PostFoldersOf(string contentFolder) =>
        [.. FolderTree.FoldersBelow(contentFolder, MaxDepth)
            .Select(folder => Path.GetRelativePath(contentFolder, folder).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(folder => folder.Split('/').Contains(Posts)).Take(MaxFolders).Order(StringComparer.Ordinal)];
}

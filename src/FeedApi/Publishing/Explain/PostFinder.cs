using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Explain;

/// <summary>Finds the post that somebody means: by its file, its id or its address.</summary>
internal sealed class PostFinder(SiteConfig site, SiteLinks links, PostFiles files, ISourceIndex sources, IArticleReader reader)
{
    /// <summary>The file, relative to the content folder; null when nothing of that name is known.</summary>
    /// <param name="name">A path of a file, an id, or an address of the site with or without its host.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<FoundPost?> FindAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (AddressOf(name) is { } address) return await FindByAddressAsync(address, cancellationToken);
        if (RegularFile.Exists(Path.Combine(site.ContentFolder, name))) return new FoundPost(name, null);
        return await reader.ReadAsync(snapshot => FindByIdAsync(snapshot, name, cancellationToken), cancellationToken)
            ?? await FindByStemAsync(name, cancellationToken)
            ?? await FindByRecordAsync(name, cancellationToken);
    }

    // Percent-decoded, below the root of the site; null for a file or an id.
    private string? AddressOf(string name)
    {
        foreach (var root in (string[])[links.Home, links.Public("/")])
        {
            if (name.StartsWith(root, StringComparison.OrdinalIgnoreCase)) name = name[(root.Length - 1)..];
        }

        if (!name.StartsWith('/')) return null;
        var end = name.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? name : name[..end]);
    }

    private Task<FoundPost?> FindByAddressAsync(string path, CancellationToken cancellationToken) => reader.ReadAsync(
        async snapshot =>
        {
            var article = await snapshot.FindByPathAsync(path, ArticleBodies.None, cancellationToken)
                ?? await snapshot.FindByRedirectAsync(path, cancellationToken)
                ?? await snapshot.FindByFormerPathAsync(path, cancellationToken);
            if (article is not null) return new FoundPost(article.SourcePath, null);
            return await snapshot.FindTombstoneByPathAsync(path, cancellationToken) is { } gone ? new FoundPost(null, gone) : null;
        },
        cancellationToken).AsTask();

    private static async ValueTask<FoundPost?> FindByIdAsync(IArticleSnapshot snapshot, string id, CancellationToken cancellationToken)
    {
        if (await snapshot.FindAsync(id, ArticleBodies.None, cancellationToken) is { } article)
            return new FoundPost(article.SourcePath, null);
        return await snapshot.FindTombstoneAsync(id, cancellationToken) is { } gone ? new FoundPost(null, gone) : null;
    }

    // A file that is gone, and whose deletion is not published yet.
    private async Task<FoundPost?> FindByRecordAsync(string name, CancellationToken cancellationToken) =>
        files.IsPostPath(name) && await sources.FindSourceAsync(name, cancellationToken) is not null ? new FoundPost(name, null) : null;

    private async Task<FoundPost?> FindByStemAsync(string id, CancellationToken cancellationToken)
    {
        var namesakes = await sources.ListByStemAsync([PostStem.BucketOf(id + ".md")], cancellationToken);
        return namesakes.FirstOrDefault(path => site.NameOf(path).Stem == id) is { } file ? new FoundPost(file, null) : null;
    }
}

/// <summary>What a name means.</summary>
/// <param name="File">The source file; null when only the tombstone of its article is left.</param>
/// <param name="Tombstone">The deletion of the article; null when there is a file.</param>
internal sealed record FoundPost(string? File, Change? Tombstone);

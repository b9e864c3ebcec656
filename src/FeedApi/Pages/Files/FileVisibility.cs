using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Content.Hugo;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Files;

/// <summary>
/// Whether a file of the content folder is hidden because what it belongs to is: a bundle, a section, or the posts that link to it.
/// </summary>
/// <remarks>
/// The files of a bundle are as public as its article. Elsewhere a file is hidden while only hidden posts link to it; one to which nobody
/// links is public. Asked for every file that is sent, so that nothing is kept beyond the moment in which a post appears or expires. See
/// docs/decisions/0039-files-are-as-public-as-their-posts.md.
/// </remarks>
internal sealed class FileVisibility
{
    private readonly SiteConfig site;
    private readonly PostFiles posts;
    private readonly FileKeys keys;
    private readonly MentionedFiles ofDrafts;
    private readonly MentionedFiles ofPages;

    /// <summary>The visibility of a site's files.</summary>
    public FileVisibility(SiteConfig site, PostFiles posts, TimeProvider time)
    {
        (this.site, this.posts, keys) = (site, posts, new FileKeys(site));
        var texts = new SiteTexts(site, posts);
        ofDrafts = new MentionedFiles(site, texts.Drafts, time);
        ofPages = new MentionedFiles(site, texts.Pages, time);
    }

    /// <summary>True when the file must not be shown.</summary>
    /// <param name="snapshot">The index.</param>
    /// <param name="path">Relative to the content folder, with <c>/</c> as separator.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async ValueTask<bool> IsHiddenAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        if (await IsBundlePublishedAsync(snapshot, path, cancellationToken) is { } isPublished)
            return !isPublished || IsInHiddenSection(site, path);
        if (IsInHiddenSection(site, path)) return true;
        var key = keys.OfContent(path);
        var links = await snapshot.FindFileLinksAsync(key, cancellationToken);
        if (links == FileLinks.OfArticles) return false;
        if (links == FileLinks.NotOfHidden)
        {
            if (posts.DraftFolders.Count == 0 || !ofDrafts.Contain(key)) return false;
            if (await snapshot.IsFileLinkedAsync(key, cancellationToken)) return false;
        }

        return !ofPages.Contain(key);
    }

    /// <summary>True for a path below a section that is a draft, or not shown now, or whose page cannot be read.</summary>
    internal static bool IsInHiddenSection(SiteConfig site, string path)
    {
        if (site.Hugo is not { } hugo || path.StartsWith(hugo.StaticFolder + "/", StringComparison.Ordinal)) return false;
        if (hugo.IsZola) return hugo.DraftFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
        var of = hugo.Of(path);
        var below = HugoPage.Below(path, of);
        return of.Sections.AreHidden(below) || of.Sections.FaultAbove(below) is not null;
    }

    // Of the nearest folder above that is a bundle; null when there is none.
    private async ValueTask<bool?> IsBundlePublishedAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        if (!posts.HasBundles || (site.Hugo is { } hugo && path.StartsWith(hugo.StaticFolder + "/", StringComparison.Ordinal))) return null;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            var folder = path[..slash];
            if (await snapshot.IsBundlePublishedAsync(folder, cancellationToken) is { } isPublished) return isPublished;
            // Saved a moment ago, and not read yet.
            if (posts.IsBundle(folder)) return false;
        }

        return null;
    }
}

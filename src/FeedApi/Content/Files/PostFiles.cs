using FeedApi.Content.Jekyll;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;
using FeedApi.Site.Jekyll;

namespace FeedApi.Content.Files;

/// <summary>
/// Finds the post files of a content folder. Thread-safe; used by the scanner for all files and by the watcher for single ones.
/// </summary>
/// <remarks>
/// Posts are below any <c>_posts</c> folder; in a folder without one, everywhere but below parts that begin with <c>_</c> and in bundles,
/// whose <c>index.md</c> alone is a post; in a site of Hugo or Zola likewise, but only below its own content folder. Parts that begin with
/// a dot are never looked into.
/// </remarks>
internal sealed class PostFiles
{
    private enum Mode { Unknown, BelowPosts, Plain }

    private readonly string folder;
    private readonly PostSources sources;
    private readonly JekyllEntries? entries;
    private readonly HugoSettings? hugo;
    private readonly string start;
    private volatile Mode mode;

    /// <summary>The posts of a site, by its settings.</summary>
    public PostFiles(SiteConfig site)
        : this(site.ContentFolder, site.Sources, site.Hugo)
    {
    }

    /// <summary>The posts of a folder.</summary>
    /// <param name="contentFolder">The folder.</param>
    /// <param name="sources">Null: whatever is below a <c>_posts</c>.</param>
    /// <param name="hugo">How it is laid out, when it is the root of a site of Hugo or Zola; else null.</param>
    public PostFiles(string contentFolder, PostSources? sources = null, HugoSettings? hugo = null)
    {
        folder = Path.GetFullPath(contentFolder);
        this.sources = sources ?? PostSources.All;
        entries = this.sources.IsJekyll ? new JekyllEntries(this.sources) : null;
        this.hugo = hugo;
        start = hugo is null ? "" : hugo.ContentFolder + "/";
        mode = hugo is null ? Mode.Unknown : Mode.Plain;
    }

    /// <summary>Looks at the whole folder. A folder that cannot be read gives a problem, not an exception.</summary>
    public PostFileListing List(CancellationToken cancellationToken)
    {
        List<PostFile> found = [];
        return Visit(found.Add, cancellationToken) with { Files = found };
    }

    /// <summary>Looks at the whole folder without holding on to its files, of which there may be a million.</summary>
    /// <param name="found">Told of each file once, in the order in which the file system gives them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What else there is, without files.</returns>
    public PostFileListing Visit(Action<PostFile> found, CancellationToken cancellationToken)
    {
        if (hugo is not null) return Walk(isPlain: true, found, cancellationToken, out _);
        // Without a _posts folder it finds no file, so of none is told twice.
        var listing = Walk(isPlain: false, found, cancellationToken, out var hasPostsFolder);
        // A _posts folder that is gone was moved away for a moment, or its mount is lost: the site's other pages do not become posts.
        if (hasPostsFolder || mode == Mode.BelowPosts)
        {
            mode = Mode.BelowPosts;
            return listing;
        }

        mode = Mode.Plain;
        return Walk(isPlain: true, found, cancellationToken, out _);
    }

    /// <summary>True when a file of that path would be a post. Of files nothing is looked at but whether a bundle is around it.</summary>
    /// <param name="relativePath">With <c>/</c> between its parts.</param>
    public bool IsPostPath(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        if (mode == Mode.Unknown) Visit(_ => { }, CancellationToken.None);
        if (mode != Mode.Plain)
            return PostPath.IsPost(relativePath, isPlain: false, sources.ShowsDrafts) && entries?.IsPost(relativePath) != false;
        return relativePath.StartsWith(start, StringComparison.Ordinal) && PostPath.IsPost(relativePath, isPlain: true, sources.ShowsDrafts)
            && !IsOfAnother(relativePath[start.Length..]);
    }

    /// <summary>True for what the site's settings leave out of the site, be it a post or any other file. Nothing is looked at.</summary>
    /// <param name="relativePath">With <c>/</c> between its parts.</param>
    public bool IsExcluded(string relativePath) => entries?.IsLeftOut(relativePath) == true;

    /// <summary>Looks at one file; null when it is not there or not acceptable.</summary>
    /// <param name="relativePath">With <c>/</c> between its parts.</param>
    public PostFile? Stat(string relativePath)
    {
        if (!IsPostPath(relativePath) || relativePath.Contains('\\') && OperatingSystem.IsWindows()) return null;
        var fullPath = Path.Combine(folder, relativePath);
        var state = RegularFile.Look(fullPath, followsLinks: true);
        var isOurs = state.Kind == FileKind.Regular && PostPath.IsInside(RegularFile.RealPathOf(folder), RegularFile.RealPathOf(fullPath));
        return isOurs ? new PostFile(relativePath, state.SizeBytes, state.ModifiedTicks) : null;
    }

    /// <summary>
    /// What is wrong with a path at which something lies that must not be read; null when nothing is there, or nothing is wrong.
    /// </summary>
    /// <param name="relativePath">With <c>/</c> between its parts.</param>
    public Problem? RefusalOf(string relativePath)
    {
        var isThere = RegularFile.Look(Path.Combine(folder, relativePath), followsLinks: false).Kind != FileKind.Missing;
        return isThere && Stat(relativePath) is null
            ? PostFolderWalk.Refusal(ProblemCodes.NotRegular, relativePath, PostFolderWalk.NotRegular)
            : null;
    }

    // A file of a bundle, or the home page of a site, which is no post of it.
    private bool IsOfAnother(string path) =>
        PostPath.IsInBundle(Path.Combine(folder, start), path) || (hugo is not null && PostPath.IsBundleIndex(path));

    private PostFileListing Walk(bool isPlain, Action<PostFile> found, CancellationToken cancellationToken, out bool hasPostsFolder)
    {
        var walk = new PostFolderWalk(folder, start, isPlain ? null : entries, isPlain, found, cancellationToken);
        walk.Run();
        hasPostsFolder = walk.HasPostsFolder;
        return new PostFileListing([], walk.Problems, walk.UnreadFolders);
    }
}

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
/// Posts are below any <c>_posts</c> folder; in a site without one, everywhere but below folders that begin with <c>_</c> and in bundles,
/// whose <c>index.md</c> alone is a post; in a Hugo or Zola site likewise, but only below its own content folder. Folders that begin with
/// a dot are never read.
/// </remarks>
internal sealed class PostFiles
{
    private enum Mode { Unknown, BelowPosts, Plain }

    private readonly string folder;
    private readonly PostSources sources;
    private readonly JekyllEntries? entries;
    private readonly HugoSettings? hugo;
    private readonly string[] starts;
    private volatile Mode mode;
    private readonly string[] usualDrafts;
    private volatile string[] draftFolders = [];

    /// <summary>The posts of a site, selected by its settings.</summary>
    public PostFiles(SiteConfig site)
        : this(site.ContentFolder, site.Sources, site.Hugo)
    {
    }

    /// <summary>The posts of a folder.</summary>
    /// <param name="contentFolder">The folder.</param>
    /// <param name="sources">Null: everything below a <c>_posts</c>.</param>
    /// <param name="hugo">The layout when the folder is the root of a Hugo or Zola site; else null.</param>
    public PostFiles(string contentFolder, PostSources? sources = null, HugoSettings? hugo = null)
    {
        folder = Path.GetFullPath(contentFolder);
        this.sources = sources ?? PostSources.All;
        entries = this.sources.IsJekyll ? new JekyllEntries(this.sources) : null;
        this.hugo = hugo;
        starts = hugo is null ? [""] : StartsOf(hugo);
        mode = hugo is null ? Mode.Unknown : Mode.Plain;
        usualDrafts = hugo is not null || this.sources.ShowsDrafts ? [] : ["_drafts", .. CollectionsOf(this.sources)];
        draftFolders = usualDrafts;
    }

    /// <summary>The links to folders that the last scan met, as <see cref="WalkFindings.Links"/>.</summary>
    public IReadOnlyDictionary<string, string?> FolderLinks { get; private set; } = new Dictionary<string, string?>();

    /// <summary>Scans the whole folder. A folder that cannot be read is reported as a problem, not thrown.</summary>
    public PostFileListing List(CancellationToken cancellationToken)
    {
        List<PostFile> found = [];
        return Visit(found.Add, cancellationToken) with { Files = found };
    }

    /// <summary>Scans the whole folder without keeping its files in memory, of which there may be a million.</summary>
    /// <param name="found">Called once for each file, in the order of the file system.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <param name="hadPosts">True when there were posts below <c>_posts</c> before.</param>
    /// <returns>The problems and unread folders, without files.</returns>
    public PostFileListing Visit(Action<PostFile> found, CancellationToken cancellationToken, bool hadPosts = false)
    {
        if (hugo is not null) return Walk(isPlain: true, found, cancellationToken, out _);
        // Without a _posts folder this walk finds no file, so none is reported twice.
        var listing = Walk(isPlain: false, found, cancellationToken, out var hasPostsFolder);
        // A missing _posts folder was moved for a moment, or its mount is lost: the site's other pages do not become posts.
        if (hasPostsFolder || mode == Mode.BelowPosts)
        {
            mode = Mode.BelowPosts;
            return listing;
        }

        // Nor may they while it is in a folder that cannot be read.
        if (listing.UnreadFolders.Contains("") || (hadPosts && listing.UnreadFolders.Count > 0)) return listing;
        mode = Mode.Plain;
        return Walk(isPlain: true, found, cancellationToken, out _);
    }

    /// <summary>True when a file at that path would be a post. Only checks on disk whether it is inside a bundle.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool IsPostPath(string relativePath)
    {
        try
        {
            return IsOfPost(relativePath);
        }
        catch (UnreadableException)
        {
            // It has the name of one, and it cannot be found out whether it is in a bundle.
            return true;
        }
    }

    /// <summary>True for a post or other file that the site's settings exclude. Does not access the disk.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool IsExcluded(string relativePath) => entries?.IsLeftOut(relativePath) == true;

    /// <summary>The size and modification time of one post file; null when it is missing, not acceptable or cannot be examined.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public PostFile? Stat(string relativePath) => Look(relativePath).File;

    /// <summary>True when there is a folder at a path.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool IsFolder(string relativePath) =>
        RegularFile.Look(Path.Combine(folder, relativePath), followsLinks: true).Kind == FileKind.Folder;

    /// <summary>True when a file or folder that could not be read can be now, as far as its beginning tells, or is gone.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool IsReadableNow(string relativePath) => Readability.IsReadable(Path.Combine(folder, relativePath));

    /// <summary>What is at a path.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public PathLook Look(string relativePath)
    {
        var fullPath = Path.Combine(folder, relativePath);
        try
        {
            var own = RegularFile.Look(fullPath, followsLinks: false);
            if (own.Kind == FileKind.Missing) return default;
            var state = own.Kind == FileKind.Link ? RegularFile.Look(fullPath, followsLinks: true) : own;
            if (state.Kind == FileKind.Unreadable && !FileError.IsImpossible(state.Error))
                throw new UnreadableException(fullPath, state.Error);
            var isOurs = state.Kind == FileKind.Regular
                && IsOfPost(relativePath)
                && !(relativePath.Contains('\\') && OperatingSystem.IsWindows())
                && PostPath.IsInside(RegularFile.RealPathOf(folder), RegularFile.RealPathOf(fullPath));
            return isOurs
                ? new PathLook(new PostFile(relativePath, state.SizeBytes, state.ModifiedTicks), null)
                : new PathLook(null, WalkFindings.Refusal(ProblemCodes.NotRegular, relativePath, WalkFindings.NotRegular));
        }
        catch (UnreadableException failure)
        {
            return new PathLook(null, WalkFindings.Unreadable(relativePath, failure.Error));
        }
    }

    private bool IsOfPost(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        if (ModeOfSite() != Mode.Plain)
        {
            return PostPath.IsPost(
                relativePath, isPlain: false, sources.ShowsDrafts, sources.Markdown, sources.CollectionOf(relativePath) is not null)
                && entries?.IsPost(relativePath) != false;
        }

        return Array.Find(starts, start => relativePath.StartsWith(start, StringComparison.Ordinal)) is { } start
            && PostPath.IsPost(relativePath, isPlain: true, sources.ShowsDrafts, isOfHugo: hugo is not null)
            && !IsOfAnother(start, relativePath[start.Length..]);
    }

    /// <summary>True when posts may be in folders of their own, with their files.</summary>
    public bool HasBundles => ModeOfSite() == Mode.Plain;

    /// <summary>
    /// The folders of drafts that the site does not show, relative to the content folder: the usual ones, and those that the last walk
    /// found.
    /// </summary>
    public IReadOnlyList<string> DraftFolders
    {
        get
        {
            ModeOfSite();
            return draftFolders;
        }
    }

    /// <summary>True for the name of a post by its extension.</summary>
    public bool IsText(string relativePath) => PostPath.IsPostName(Path.GetFileName(relativePath.AsSpan()), entries?.Markdown);

    /// <summary>True unless the path alone tells that the file is no post, nor part of a bundle. Does not access the disk.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool MayBePost(string relativePath) => ModeOfSite() == Mode.Plain
        ? Array.Exists(starts, start => relativePath.StartsWith(start, StringComparison.Ordinal))
            && (hugo is not null || PostPath.IsPost(relativePath, isPlain: true, sources.ShowsDrafts))
        : sources.CollectionOf(relativePath) is not null;

    private Mode ModeOfSite()
    {
        if (mode == Mode.Unknown) Visit(_ => { }, CancellationToken.None);
        return mode;
    }

    /// <summary>True when the setting <c>include</c> names the path or a folder above it. Does not access the disk.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool IsIncluded(string relativePath) => entries?.IsIncluded(relativePath) == true;

    /// <summary>True when the setting <c>include</c> names just this path, or files of this name.</summary>
    /// <param name="relativePath">Relative to the content folder, with <c>/</c> as separator.</param>
    public bool IsIncludedByName(string relativePath) => entries?.IsIncludedByName(relativePath) == true;

    /// <summary>True when a folder is a bundle: it has an index that is a post.</summary>
    /// <param name="bundle">Relative to the content folder, without a trailing slash.</param>
    /// <exception cref="UnreadableException">Whether it has one cannot be found out.</exception>
    public bool IsBundle(string bundle) =>
        BundleIndexes.Of(bundle, hugo).Any(path => RegularFile.Exists(Path.Combine(folder, path)) && IsPostPath(path));

    private static string[] CollectionsOf(PostSources sources) =>
        sources.CollectionsFolder.Length > 0 ? [sources.CollectionsFolder + "/_drafts"] : [];

    // A file inside a bundle, or the site's home page, which is not a post.
    private bool IsOfAnother(string start, string path) =>
        PostPath.IsInBundle(Path.Combine(folder, start), path, hugo?.Languages)
        || (hugo is not null && PostPath.IsBundleIndex(hugo.WithoutLanguage(path)));

    // A folder of posts inside another one is walked with it.
    private static string[] StartsOf(HugoSettings hugo)
    {
        string[] all = [.. (hugo.Languages?.Folders ?? [hugo.ContentFolder]).Select(name => name + "/")];
        return [.. all.Where(start => !Array.Exists(all, other => other != start && start.StartsWith(other, StringComparison.Ordinal)))];
    }

    private PostFileListing Walk(bool isPlain, Action<PostFile> found, CancellationToken cancellationToken, out bool hasPostsFolder)
    {
        hasPostsFolder = false;
        var findings = new WalkFindings();
        foreach (var start in starts)
        {
            var walk = new PostFolderWalk(folder, start, isPlain ? null : entries, isPlain, found, cancellationToken)
            {
                Findings = findings,
                IsOfHugo = hugo is not null,
                IsOfZola = hugo?.IsZola == true,
                Languages = hugo?.Languages,
            };
            walk.Run();
            hasPostsFolder |= walk.HasPostsFolder;
        }

        if (!sources.ShowsDrafts) draftFolders = [.. usualDrafts.Union(findings.DraftFolders)];
        FolderLinks = findings.Links;
        return new PostFileListing([], findings.Problems, findings.UnreadFolders);
    }
}

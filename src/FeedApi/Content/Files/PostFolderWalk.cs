using FeedApi.Content.Jekyll;
using FeedApi.Model;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Files;

/// <summary>One walk through a content folder, at one system call per file.</summary>
/// <param name="root">Full path of the content folder.</param>
/// <param name="start">The subfolder in which the walk begins: empty, or a path with a trailing slash.</param>
/// <param name="entries">What a Jekyll site excludes; null: nothing.</param>
/// <param name="isPlain">True when posts are not only below <c>_posts</c>.</param>
/// <param name="found">Called for each post file.</param>
/// <param name="cancellationToken">Stops the walk.</param>
internal sealed class PostFolderWalk(
    string root, string start, JekyllEntries? entries, bool isPlain, Action<PostFile> found, CancellationToken cancellationToken)
{
    // Deeper than any site and shallow enough for the stack and for PATH_MAX.
    private const int MaxDepth = 100;

    private string? realRoot;

    /// <summary>True on a site of Hugo or Zola.</summary>
    public bool IsOfHugo { get; init; }

    /// <summary>True on a site of Zola.</summary>
    public bool IsOfZola { get; init; }

    /// <summary>The languages of a Hugo or Zola site, which names of bundles may have; null: none.</summary>
    public HugoLanguages? Languages { get; init; }

    /// <summary>What was found beside posts.</summary>
    public WalkFindings Findings { get; init; } = new();

    /// <summary>True when some folder is called <c>_posts</c>.</summary>
    public bool HasPostsFolder { get; private set; }

    /// <summary>Walks the folder and fills the properties.</summary>
    public void Run()
    {
        try
        {
            realRoot = RegularFile.RealPathOf(root);
        }
        catch (UnreadableException failure)
        {
            Findings.LeaveUnread(start, failure.Error);
            return;
        }

        Enter(start, isBelowPosts: false, realRoot is null ? [] : [realRoot]);
    }

    // realFolders: the real paths of the folders that lead here through links, to detect a cycle.
    private void Enter(string path, bool isBelowPosts, string[] realFolders)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var isBundle = isPlain
                && path.Length > start.Length
                && Children(path).Any(child => !child.IsFolder && IsBundleIndex(child.Name));
            foreach (var (name, isFolder) in Children(path))
            {
                // Everything in a bundle belongs to its post.
                if (isBundle && !IsBundleIndex(name)) continue;
                if (isFolder) EnterChild(path, name, isBelowPosts, realFolders);
                else AddFile(path + name, name, isBelowPosts);
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Deleted during the walk; that all posts are gone with the content folder is for others to judge.
            if (path.Length == 0) Findings.LeaveUnread(path, FileError.NotFound);
        }
        catch (UnreadableException failure)
        {
            Findings.LeaveUnread(path, failure.Error);
        }
    }

    private IEnumerable<(string Name, bool IsFolder)> Children(string path)
    {
        var folder = Path.Combine(root, path);
        foreach (var (name, kind) in FolderReader.Read(folder))
        {
            var isPost = IsPostName(name) || MayBeForeign(name);
            // A link that leads to a folder is one; of a link that cannot be followed only the name tells.
            if (kind == FileKind.Folder || (kind == FileKind.Link && LeadsToFolder(path, name, isPost)))
            {
                if (!PostPath.IsIgnoredPart(name)) yield return (name, true);
            }
            else if (isPost) yield return (name, false);
        }
    }

    private bool LeadsToFolder(string path, string name, bool isPost)
    {
        if (!isPost && !PostPath.IsIgnoredPart(name)) Findings.AddLink(path + name, RegularFile.IdentityOf(Path.Combine(root, path, name)));
        var state = RegularFile.Look(Path.Combine(root, path, name), followsLinks: true);
        var isUnknown = state.Kind == FileKind.Unreadable && !FileError.IsImpossible(state.Error);
        if (isUnknown && !isPost && !PostPath.IsIgnoredPart(name)) Findings.LeaveUnread(path + name + "/", state.Error);
        return state.Kind == FileKind.Folder;
    }

    private void EnterChild(string path, string name, bool isBelowPosts, string[] realFolders)
    {
        var isPosts = entries?.IsPostsFolder(name) ?? PostPath.IsPostsFolder(name);
        var child = path + name;
        isPosts |= entries?.IsCollectionFolder(child) == true;
        if (IsPostName(name) && IsWanted(name, isBelowPosts))
        {
            Findings.Refuse(ProblemCodes.NotRegular, child, "This is a folder with the name of a post.");
            return;
        }

        if (!IsOfHugo && PostPath.IsDraftsFolder(name)) Findings.AddDraftFolder(child);
        if ((isPlain && PostPath.IsPrivate(name, IsOfHugo)) || (!isBelowPosts && entries?.IsEntered(child) == false)) return;
        if (PostPath.IsBadName(name) || path.AsSpan().Count('/') >= MaxDepth)
        {
            if (isPlain || isBelowPosts || isPosts)
            {
                Findings.Refuse(
                    ProblemCodes.BadName, child, "The folder's name has control characters, is not valid UTF-8, or is nested too deeply.");
            }

            return;
        }

        EnterFolder(child, isBelowPosts, isPosts, realFolders);
    }

    private void EnterFolder(string path, bool isBelowPosts, bool isPosts, string[] realFolders)
    {
        try
        {
            if (FoldersWith(path, isBelowPosts || isPosts, realFolders) is not { } chain) return;
            HasPostsFolder |= isPosts;
            Enter(path + "/", isBelowPosts || isPosts, chain);
        }
        catch (UnreadableException failure)
        {
            HasPostsFolder |= isPosts;
            Findings.LeaveUnread(path + "/", failure.Error);
        }
    }

    // Null when the folder is a link that must not be followed.
    private string[]? FoldersWith(string path, bool isWanted, string[] realFolders)
    {
        var fullPath = Path.Combine(root, path);
        var state = RegularFile.Look(fullPath, followsLinks: false);
        if (state.Kind == FileKind.Unreadable) throw new UnreadableException(fullPath, state.Error);
        if (state.Kind != FileKind.Link) return realFolders;
        var target = RegularFile.RealPathOf(fullPath);
        var here = RegularFile.RealPathOf(Path.GetDirectoryName(fullPath)!);
        var isCycle = target is not null && here is not null
            && realFolders.Append(here).Any(folder => folder == target || PostPath.IsInside(target, folder));
        if (target is not null && PostPath.IsInside(realRoot, target) && !isCycle) return [.. realFolders, target];
        if (isWanted || isPlain)
            Findings.Refuse(ProblemCodes.NotRegular, path, "This link leaves the content folder or leads back into itself.");
        return null;
    }

    private void AddFile(string path, string name, bool isBelowPosts)
    {
        var isHomePage = start.Length > 0 && path.Length == start.Length + name.Length && IsBundleIndex(name);
        if (!IsWanted(name, isBelowPosts) || isHomePage) return;
        if (!IsPostName(name))
        {
            RefuseForeign(path, name);
            return;
        }

        if (entries?.IsPost(path) == false)
        {
            RefuseAsJekyllDoes(path);
            return;
        }

        if (PostPath.IsBadName(name))
        {
            Findings.Refuse(ProblemCodes.BadName, path, "The file's name has control characters or is not valid UTF-8.");
            return;
        }

        var fullPath = Path.Combine(root, path);
        var state = RegularFile.Look(fullPath, followsLinks: false);
        if (state.Kind == FileKind.Link) state = LinkedFile.Look(realRoot, fullPath);
        if (state.Kind == FileKind.Regular) found(new PostFile(path, state.SizeBytes, state.ModifiedTicks));
        else if (state.Kind == FileKind.Unreadable) Findings.AddUnreadable(path, state.Error);
        else if (state.Kind != FileKind.Missing) Findings.Refuse(ProblemCodes.NotRegular, path, WalkFindings.NotRegular);
    }

    private bool MayBeForeign(ReadOnlySpan<char> name) =>
        IsOfHugo ? !IsOfZola && PostPath.IsForeignToHugo(name) : PostPath.IsForeignPostName(name, out _);

    private void RefuseForeign(string path, string name)
    {
        var isShown = entries is null
            ? IsOfHugo
            : PostPath.IsForeignPostName(name, out var needsFrontMatter)
                && entries.IsPost(path)
                && (!needsFrontMatter || HasFrontMatter(path));
        if (!isShown) return;
        var generator = IsOfHugo ? "Hugo" : "Jekyll";
        Findings.Refuse(ProblemCodes.UnknownFormat, path, $"Posts are Markdown (.md) or HTML (.html); {generator} would show this one.");
    }

    // Paths in "exclude" are left out on purpose; the rest Jekyll ignores silently.
    private void RefuseAsJekyllDoes(string path)
    {
        if (entries!.IsExcluded(path)) return;
        var reason = entries.IsBelowCollections(path)
            ? "a name that begins with _, # or ~ hides it, unless include lists it"
            : "collections_dir names another folder";
        Findings.Refuse(ProblemCodes.NotInJekyll, path, $"Jekyll does not read this post: {reason}.");
    }

    // It is never read, so that a fault of the disk says no more of it.
    private bool HasFrontMatter(string path)
    {
        try
        {
            return FrontMatterSign.IsIn(Path.Combine(root, path));
        }
        catch (UnreadableException)
        {
            return false;
        }
    }

    private bool IsPostName(ReadOnlySpan<char> name) => PostPath.IsPostName(name, entries?.Markdown);

    private bool IsBundleIndex(string name) => PostPath.IsBundleIndex(Languages is null ? name : Languages.WithoutSuffix(name));

    private bool IsWanted(ReadOnlySpan<char> name, bool isBelowPosts) => isBelowPosts || (isPlain && !PostPath.IsPrivate(name, IsOfHugo));
}

using System.IO.Enumeration;
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

    /// <summary>The message for a path that is neither a regular file nor a link to one inside the content folder.</summary>
    public const string NotRegular = "This is not a regular file inside the content folder.";

    private static readonly EnumerationOptions Options =
        new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    private readonly string? realRoot = RegularFile.RealPathOf(root);
    private readonly List<Problem> problems = [];
    private readonly List<string> unreadFolders = [];

    /// <summary>True on a site of Hugo or Zola.</summary>
    public bool IsOfHugo { get; init; }

    /// <summary>True on a site of Zola.</summary>
    public bool IsOfZola { get; init; }

    /// <summary>The languages of a Hugo or Zola site, which names of bundles may have; null: none.</summary>
    public HugoLanguages? Languages { get; init; }

    /// <summary>Paths that look like posts and were rejected.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Folders that could not be read, each with a trailing slash.</summary>
    public IReadOnlyList<string> UnreadFolders => unreadFolders;

    /// <summary>True when some folder is called <c>_posts</c>.</summary>
    public bool HasPostsFolder { get; private set; }

    /// <summary>Walks the folder and fills the properties.</summary>
    public void Run() => Enter(start, isBelowPosts: false, realRoot is null ? [] : [realRoot]);

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
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A folder deleted during the walk is no fault.
            if (path.Length > 0 && !Directory.Exists(Path.Combine(root, path))) return;
            unreadFolders.Add(path);
            Refuse(ProblemCodes.Unreadable, path.TrimEnd('/'), "The folder cannot be read.");
        }
    }

    private FileSystemEnumerable<(string Name, bool IsFolder)> Children(string path) =>
        new(Path.Combine(root, path), static (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory), Options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                entry.IsDirectory
                    ? !PostPath.IsIgnoredPart(entry.FileName)
                    : IsPostName(entry.FileName) || MayBeForeign(entry.FileName),
        };

    private void EnterChild(string path, string name, bool isBelowPosts, string[] realFolders)
    {
        var isPosts = entries?.IsPostsFolder(name) ?? PostPath.IsPostsFolder(name);
        var child = path + name;
        isPosts |= entries?.IsCollectionFolder(child) == true;
        if (IsPostName(name) && IsWanted(name, isBelowPosts))
        {
            Refuse(ProblemCodes.NotRegular, child, "This is a folder with the name of a post.");
            return;
        }

        if ((isPlain && PostPath.IsPrivate(name, IsOfHugo)) || (!isBelowPosts && entries?.IsEntered(child) == false)) return;
        if (PostPath.IsBadName(name) || path.AsSpan().Count('/') >= MaxDepth)
        {
            if (isPlain || isBelowPosts || isPosts)
            {
                Refuse(
                    ProblemCodes.BadName, child, "The folder's name has control characters, is not valid UTF-8, or is nested too deeply.");
            }

            return;
        }

        if (FoldersWith(child, isBelowPosts || isPosts, realFolders) is not { } chain) return;
        HasPostsFolder |= isPosts;
        Enter(child + "/", isBelowPosts || isPosts, chain);
    }

    // Null when the folder is a link that must not be followed.
    private string[]? FoldersWith(string path, bool isWanted, string[] realFolders)
    {
        var fullPath = Path.Combine(root, path);
        if (RegularFile.Look(fullPath, followsLinks: false).Kind != FileKind.Link) return realFolders;
        var target = RegularFile.RealPathOf(fullPath);
        var here = RegularFile.RealPathOf(Path.GetDirectoryName(fullPath)!);
        var isCycle = target is not null && here is not null
            && realFolders.Append(here).Any(folder => folder == target || PostPath.IsInside(target, folder));
        if (target is not null && PostPath.IsInside(realRoot, target) && !isCycle) return [.. realFolders, target];
        if (isWanted || isPlain) Refuse(ProblemCodes.NotRegular, path, "This link leaves the content folder or leads back into itself.");
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
            Refuse(ProblemCodes.BadName, path, "The file's name has control characters or is not valid UTF-8.");
            return;
        }

        var fullPath = Path.Combine(root, path);
        var state = RegularFile.Look(fullPath, followsLinks: false);
        if (state.Kind == FileKind.Missing) return;
        if (state.Kind == FileKind.Link) state = LookThroughLink(fullPath);
        if (state.Kind != FileKind.Regular)
        {
            Refuse(ProblemCodes.NotRegular, path, NotRegular);
            return;
        }

        found(new PostFile(path, state.SizeBytes, state.ModifiedTicks));
    }

    private bool MayBeForeign(ReadOnlySpan<char> name) =>
        IsOfHugo ? !IsOfZola && PostPath.IsForeignToHugo(name) : PostPath.IsForeignPostName(name, out _);

    private void RefuseForeign(string path, string name)
    {
        var isShown = entries is null
            ? IsOfHugo
            : PostPath.IsForeignPostName(name, out var needsFrontMatter)
                && entries.IsPost(path)
                && (!needsFrontMatter || FrontMatterSign.IsIn(Path.Combine(root, path)));
        if (!isShown) return;
        var generator = IsOfHugo ? "Hugo" : "Jekyll";
        Refuse(ProblemCodes.UnknownFormat, path, $"Posts are Markdown (.md) or HTML (.html); {generator} would show this one.");
    }

    // Paths in "exclude" are left out on purpose; the rest Jekyll ignores silently.
    private void RefuseAsJekyllDoes(string path)
    {
        if (entries!.IsExcluded(path)) return;
        var reason = entries.IsBelowCollections(path)
            ? "a name that begins with _, # or ~ hides it, unless include lists it"
            : "collections_dir names another folder";
        Refuse(ProblemCodes.NotInJekyll, path, $"Jekyll does not read this post: {reason}.");
    }

    private FileState LookThroughLink(string fullPath) =>
        PostPath.IsInside(realRoot, RegularFile.RealPathOf(fullPath))
            ? RegularFile.Look(fullPath, followsLinks: true)
            : new FileState(FileKind.Other, 0, 0);

    private bool IsPostName(ReadOnlySpan<char> name) => PostPath.IsPostName(name, entries?.Markdown);

    private bool IsBundleIndex(string name) => PostPath.IsBundleIndex(Languages is null ? name : Languages.WithoutSuffix(name));

    private bool IsWanted(ReadOnlySpan<char> name, bool isBelowPosts) => isBelowPosts || (isPlain && !PostPath.IsPrivate(name, IsOfHugo));

    /// <summary>The problem of a path that is not read.</summary>
    public static Problem Refusal(string code, string path, string message) =>
        new(code, ProblemSeverity.Error, path, null, null, message, "It is not read.");

    private void Refuse(string code, string path, string message) => problems.Add(Refusal(code, path, message));
}

namespace FeedApi.Site.Files;

/// <summary>Rules about paths relative to the content folder: which may be a post, judged by name alone.</summary>
internal static class PostPath
{
    private const string PostsFolder = "_posts";
    private const string DraftsFolder = "_drafts";

    private static readonly string[] PostExtensions = [".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".html", ".htm"];
    private static readonly string[] ForeignExtensions = [".txt", ".textile", ".adoc", ".asciidoc", ".org", ".rst"];

    // A page of HTML may be a list of the posts beside it, which are posts all the same.
    private static readonly string[] BundleIndexes = ["index.md", "index.markdown", "index.mkd", "index.mkdn", "index.mkdown"];

    private static readonly string[] UnfinishedEndings = ["~", ".swp", ".tmp", ".part", ".crdownload"];

    /// <summary>The extensions of posts, the most common first.</summary>
    public static IReadOnlyList<string> Extensions => PostExtensions;

    /// <summary>True for the folder name below which posts are.</summary>
    public static bool IsPostsFolder(ReadOnlySpan<char> name) => name is PostsFolder;

    /// <summary>True for the folder name below which drafts are.</summary>
    public static bool IsDraftsFolder(ReadOnlySpan<char> name) => name is DraftsFolder;

    /// <summary>True for a path below <c>_drafts</c> and no <c>_posts</c>.</summary>
    public static bool IsDraft(string path) => path.Contains(DraftsFolder, StringComparison.Ordinal) && !IsBelowPosts(path);

    /// <summary>True for a path below a <c>_posts</c>.</summary>
    public static bool IsBelowPosts(string path) => path.Split('/')[..^1].Any(part => IsPostsFolder(part));

    /// <summary>True for a file name with the extension of a post that is not an editor's working copy.</summary>
    public static bool IsPostName(ReadOnlySpan<char> name) =>
        HasEnding(name, PostExtensions, StringComparison.OrdinalIgnoreCase)
        && !IsIgnoredPart(name)
        && !HasEnding(name, UnfinishedEndings, StringComparison.Ordinal)
        && !(name[0] == '#' && name[^1] == '#');

    /// <summary>True for the name of a post in a format that FeedApi does not read and Jekyll does.</summary>
    public static bool IsForeignPostName(ReadOnlySpan<char> name) =>
        name.Length > 0
        && char.IsAsciiDigit(name[0])
        && HasEnding(name, ForeignExtensions, StringComparison.OrdinalIgnoreCase)
        && PostFileName.IsJekyllName(name.ToString());

    /// <summary>True for a part of a path that hides everything below it.</summary>
    public static bool IsIgnoredPart(ReadOnlySpan<char> part) => part.IsEmpty || part[0] == '.';

    /// <summary>True when a part of the path hides it, such as <c>.git</c>, or the name is that of an editor's working copy.</summary>
    public static bool IsHidden(string path) =>
        path.Split('/').Any(part => IsIgnoredPart(part)) || HasEnding(path, UnfinishedEndings, StringComparison.Ordinal);

    /// <summary>True for a name that cannot be an address or that did not come out of valid UTF-8.</summary>
    public static bool IsBadName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (char.IsControl(letter) || letter == '\uFFFD') return true;
        }

        return false;
    }

    /// <summary>True when the path names a post.</summary>
    /// <param name="path">With <c>/</c> between its parts.</param>
    /// <param name="isPlain">True when the content folder has no <c>_posts</c>: every folder without a leading <c>_</c> counts
    /// then.</param>
    /// <param name="showsDrafts">True when <c>_drafts</c> counts as <c>_posts</c> does.</param>
    public static bool IsPost(string path, bool isPlain, bool showsDrafts)
    {
        var rest = path.AsSpan();
        var isBelowPosts = false;
        var hasUnderscore = false;
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            var part = rest[..slash];
            if (IsIgnoredPart(part) || IsBadName(part)) return false;
            isBelowPosts |= IsPostsFolder(part) || (showsDrafts && IsDraftsFolder(part));
            hasUnderscore |= part[0] == '_';
            rest = rest[(slash + 1)..];
        }

        return IsPostName(rest) && !IsBadName(rest) && (isBelowPosts || (isPlain && !hasUnderscore && rest[0] != '_'));
    }

    /// <summary>True for a file that describes the site, and is read at start only.</summary>
    /// <param name="path">With <c>/</c> between its parts.</param>
    public static bool IsOfSite(string path) =>
        path.StartsWith("_data/", StringComparison.Ordinal)
        || path is "_config.yml"
        || path.EndsWith("/_index.md", StringComparison.Ordinal)
        || path.Split('.')[0] is "hugo" or "config" or "config/_default/hugo" or "config/_default/config";

    /// <summary>True for the file that makes a bundle of its folder: a post with its images and other files.</summary>
    /// <remarks>Hugo, "Page bundles"; Zola, "Asset colocation".</remarks>
    public static bool IsBundleIndex(ReadOnlySpan<char> name)
    {
        foreach (var index in BundleIndexes)
        {
            if (name.SequenceEqual(index)) return true;
        }

        return false;
    }

    /// <summary>The folder of the bundle whose post this is; null when the path is that of no bundle.</summary>
    /// <param name="path">With <c>/</c> between its parts.</param>
    public static string? BundleOf(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash <= 0 || !IsBundleIndex(path.AsSpan(slash + 1))) return null;
        var folder = path[..slash];
        return folder.Split('/').Any(part => IsPostsFolder(part)) ? null : folder;
    }

    /// <summary>True when a folder above the file is a bundle, so that the file belongs to its post.</summary>
    /// <param name="root">Full path of the folder that <paramref name="path"/> is relative to.</param>
    /// <param name="path">With <c>/</c> between its parts.</param>
    public static bool IsInBundle(string root, string path)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            if (!IsBundleIndex(path.AsSpan(slash + 1))
                && Array.Exists(BundleIndexes, index => File.Exists(Path.Combine(root, folder, index))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The folders above <c>_posts</c> or <c>_drafts</c>, outermost first: as in Jekyll each is a category of the posts below.
    /// </summary>
    /// <param name="path">With <c>/</c> between its parts.</param>
    public static IReadOnlyList<string> FoldersAbovePosts(string path)
    {
        var parts = path.Split('/');
        var posts = Array.FindIndex(parts, part => IsPostsFolder(part));
        if (posts < 0) posts = Array.FindIndex(parts, part => IsDraftsFolder(part));
        return posts > 0 ? parts[..posts] : [];
    }

    /// <summary>True when a real path lies below a real folder.</summary>
    public static bool IsInside(string? realFolder, string? realPath)
    {
        if (string.IsNullOrEmpty(realFolder) || string.IsNullOrEmpty(realPath)) return false;
        var folder = realFolder.EndsWith(Path.DirectorySeparatorChar) ? realFolder : realFolder + Path.DirectorySeparatorChar;
        return realPath.StartsWith(folder, StringComparison.Ordinal);
    }

    private static bool HasEnding(ReadOnlySpan<char> name, string[] endings, StringComparison comparison)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, comparison)) return true;
        }

        return false;
    }
}

using FeedApi.Site.Hugo;

namespace FeedApi.Site.Files;

/// <summary>Rules for paths relative to the content folder: which may be posts, by name alone.</summary>
internal static class PostPath
{
    private const string PostsFolder = "_posts";
    private const string DraftsFolder = "_drafts";

    // Markdown in Hugo, and nothing in Jekyll unless "markdown_ext" has it.
    private const string OfHugo = ".mdown";

    private static readonly string[] PostExtensions = [".md", ".markdown", ".mkd", ".mkdn", ".mkdown", OfHugo, ".html", ".htm"];
    private static readonly string[] ForeignExtensions = [".txt", ".textile", ".adoc", ".asciidoc", ".org", ".rst"];

    // Hugo, "Content formats"; some of them need another program.
    private static readonly string[] ForeignToHugo = [".org", ".adoc", ".asciidoc", ".ad", ".rst", ".pandoc", ".pdc"];

    // Without index.html, which may list the posts beside it; these are posts, not files of a bundle.
    private static readonly string[] BundleIndexes =
        ["index.md", "index.markdown", "index.mkd", "index.mkdn", "index.mkdown", "index.mdown"];

    private static readonly string[] UnfinishedEndings = ["~", ".swp", ".tmp", ".part", ".crdownload"];

    /// <summary>The names of the post that makes its folder a bundle (<see cref="IsBundleIndex"/>).</summary>
    public static IReadOnlyList<string> IndexNames => BundleIndexes;

    /// <summary>The extensions of posts, the default first.</summary>
    public static IReadOnlyList<string> Extensions => PostExtensions;

    /// <summary>True for the folder name below which posts are.</summary>
    public static bool IsPostsFolder(ReadOnlySpan<char> name) => name is PostsFolder;

    /// <summary>True for the folder name below which drafts are.</summary>
    public static bool IsDraftsFolder(ReadOnlySpan<char> name) => name is DraftsFolder;

    /// <summary>True for a path below <c>_drafts</c> but not below <c>_posts</c>.</summary>
    public static bool IsDraft(string path) => path.Contains(DraftsFolder, StringComparison.Ordinal) && !IsBelowPosts(path);

    /// <summary>True for a path below a <c>_posts</c> folder.</summary>
    public static bool IsBelowPosts(string path) => path.Split('/')[..^1].Any(part => IsPostsFolder(part));

    /// <summary>True for a file name with the extension of a post that is not an editor's temporary file.</summary>
    /// <param name="name">The name.</param>
    /// <param name="more">Further extensions of a Jekyll site, with their dots; null on other sites.</param>
    public static bool IsPostName(ReadOnlySpan<char> name, IReadOnlyList<string>? more = null) =>
        ((HasEnding(name, PostExtensions, StringComparison.OrdinalIgnoreCase)
                && (more is null || !name.EndsWith(OfHugo, StringComparison.OrdinalIgnoreCase)))
            || (more is not null && HasEnding(name, more, StringComparison.OrdinalIgnoreCase)))
        && !IsIgnoredPart(name)
        && !HasEnding(name, UnfinishedEndings, StringComparison.Ordinal)
        && !(name[0] == '#' && name[^1] == '#');

    /// <summary>True for the name of a post of a Jekyll site in a format that is not read; of some only front matter tells.</summary>
    /// <param name="name">The name.</param>
    /// <param name="needsFrontMatter">True when it is a post only with front matter: Jekyll passes on what it does not convert.</param>
    public static bool IsForeignPostName(ReadOnlySpan<char> name, out bool needsFrontMatter)
    {
        needsFrontMatter = false;
        if (name.Length == 0 || !char.IsAsciiDigit(name[0]) || !PostFileName.IsJekyllName(name.ToString())) return false;
        needsFrontMatter = !HasEnding(name, ForeignExtensions, StringComparison.OrdinalIgnoreCase);
        return !HasEnding(name, UnfinishedEndings, StringComparison.Ordinal);
    }

    /// <summary>True for the name of a page of a Hugo site in a format that is not read.</summary>
    public static bool IsForeignToHugo(ReadOnlySpan<char> name) =>
        HasEnding(name, ForeignToHugo, StringComparison.OrdinalIgnoreCase) && !IsIgnoredPart(name);

    /// <summary>True for a path segment that hides everything below it.</summary>
    public static bool IsIgnoredPart(ReadOnlySpan<char> part) => part.IsEmpty || part[0] == '.';

    /// <summary>True when a path segment such as <c>.git</c> hides the file, or the file is an editor's temporary file.</summary>
    public static bool IsHidden(string path) =>
        path.Split('/').Any(part => IsIgnoredPart(part)) || HasEnding(path, UnfinishedEndings, StringComparison.Ordinal);

    /// <summary>True for a name with control characters, or that was not valid UTF-8.</summary>
    public static bool IsBadName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (char.IsControl(letter) || letter == '\uFFFD') return true;
        }

        return false;
    }

    /// <summary>True for a name that makes no post of a file, and of nothing in a folder, outside of <c>_posts</c>.</summary>
    /// <param name="name">Not empty.</param>
    /// <param name="isOfHugo">True on a site of Hugo or Zola, to which only <c>_index</c> means something else than a page.</param>
    public static bool IsPrivate(ReadOnlySpan<char> name, bool isOfHugo) =>
        isOfHugo ? name.StartsWith("_index.", StringComparison.Ordinal) : name[0] == '_';

    /// <summary>True when the path is that of a post.</summary>
    /// <param name="path">With <c>/</c> as separator.</param>
    /// <param name="isPlain">True when the content folder has no <c>_posts</c>; then every folder without a leading <c>_</c> may
    /// contain posts.</param>
    /// <param name="showsDrafts">True when <c>_drafts</c> folders contain posts too.</param>
    /// <param name="more">Further extensions with their dots; null for none.</param>
    /// <param name="isOfCollection">True for a path in a folder of documents that are published like posts.</param>
    /// <param name="isOfHugo">True on a site of Hugo or Zola.</param>
    public static bool IsPost(
        string path,
        bool isPlain,
        bool showsDrafts,
        IReadOnlyList<string>? more = null,
        bool isOfCollection = false,
        bool isOfHugo = false)
    {
        var rest = path.AsSpan();
        var isBelowPosts = isOfCollection;
        var isPrivate = false;
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            var part = rest[..slash];
            if (IsIgnoredPart(part) || IsBadName(part)) return false;
            isBelowPosts |= IsPostsFolder(part) || (showsDrafts && IsDraftsFolder(part));
            isPrivate |= IsPrivate(part, isOfHugo);
            rest = rest[(slash + 1)..];
        }

        return IsPostName(rest, more) && !IsBadName(rest) && (isBelowPosts || (isPlain && !isPrivate && !IsPrivate(rest, isOfHugo)));
    }

    /// <summary>True for a file that configures the site.</summary>
    /// <param name="path">With <c>/</c> as separator.</param>
    public static bool IsOfSite(string path) =>
        path.StartsWith("_data/", StringComparison.Ordinal)
        || path is "_config.yml"
        || path.AsSpan(path.LastIndexOf('/') + 1).StartsWith("_index.", StringComparison.Ordinal)
        || path.Split('.')[0] is "hugo" or "config" or "config/_default/hugo" or "config/_default/config" or "config/_default/languages";

    /// <summary>True for the post that makes its folder a bundle: a post with its images and other files.</summary>
    /// <remarks>Hugo, "Page bundles"; Zola, "Asset colocation".</remarks>
    public static bool IsBundleIndex(ReadOnlySpan<char> name)
    {
        foreach (var index in BundleIndexes)
        {
            if (name.SequenceEqual(index)) return true;
        }

        return false;
    }

    /// <summary>The folder of the bundle whose post this is; null when the path is not the post of a bundle.</summary>
    /// <param name="path">With <c>/</c> as separator.</param>
    public static string? BundleOf(string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash <= 0 || !IsBundleIndex(path.AsSpan(slash + 1))) return null;
        var folder = path[..slash];
        return folder.Split('/').Any(part => IsPostsFolder(part)) ? null : folder;
    }

    /// <summary>True when the file belongs to a bundle: one of its parent folders is a bundle.</summary>
    /// <param name="root">Full path of the folder that <paramref name="path"/> is relative to.</param>
    /// <param name="path">With <c>/</c> as separator.</param>
    /// <param name="languages">The languages of a Hugo or Zola site, where <c>index.fr.md</c> makes a bundle too; else null.</param>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static bool IsInBundle(string root, string path, HugoLanguages? languages = null)
    {
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            var name = path[(slash + 1)..];
            if (!IsBundleIndex(languages?.WithoutSuffix(name) ?? name)
                && Array.Exists(BundleIndexes, index => HasIndex(Path.Combine(root, folder), index, languages)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The folders above <c>_posts</c> or <c>_drafts</c>, outermost first; as in Jekyll, each is a category of the posts below it.
    /// </summary>
    /// <param name="path">With <c>/</c> as separator.</param>
    public static IReadOnlyList<string> FoldersAbovePosts(string path)
    {
        var parts = path.Split('/');
        var posts = Array.FindIndex(parts, part => IsPostsFolder(part));
        if (posts < 0) posts = Array.FindIndex(parts, part => IsDraftsFolder(part));
        return posts > 0 ? parts[..posts] : [];
    }

    /// <summary>True when a real path is below a real folder; both are without symbolic links.</summary>
    public static bool IsInside(string? realFolder, string? realPath)
    {
        if (string.IsNullOrEmpty(realFolder) || string.IsNullOrEmpty(realPath)) return false;
        var folder = realFolder.EndsWith(Path.DirectorySeparatorChar) ? realFolder : realFolder + Path.DirectorySeparatorChar;
        return realPath.StartsWith(folder, StringComparison.Ordinal);
    }

    private static bool HasIndex(string folder, string index, HugoLanguages? languages) =>
        RegularFile.Exists(Path.Combine(folder, index))
        || (languages is not null && languages.All.Any(language =>
            RegularFile.Exists(Path.Combine(folder, index.Insert(index.LastIndexOf('.'), "." + language.Key)))));

    private static bool HasEnding(ReadOnlySpan<char> name, IReadOnlyList<string> endings, StringComparison comparison)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, comparison)) return true;
        }

        return false;
    }
}

namespace FeedApi.Site.Jekyll;

/// <summary>
/// Which files of the content folder are posts: the settings <c>include</c>, <c>exclude</c>, <c>collections_dir</c> and <c>show_drafts</c>.
/// </summary>
/// <param name="IsJekyll">True when Jekyll's rules for names apply; the other parameters are used only then.</param>
/// <param name="CollectionsFolder">The only folder that contains posts, without leading or trailing slash; empty for the content
/// folder itself.</param>
/// <param name="ShowsDrafts">True when the files below <c>_drafts</c> folders are posts too.</param>
/// <param name="Include">Names and patterns of files that are read although their names begin with <c>_</c> or are excluded.</param>
/// <param name="Exclude">Names and patterns of files that are ignored.</param>
public sealed record PostSources(
    bool IsJekyll, string CollectionsFolder, bool ShowsDrafts, IReadOnlyList<string> Include, IReadOnlyList<string> Exclude)
{
    /// <summary>The extensions that Jekyll takes for Markdown unless <c>markdown_ext</c> says otherwise.</summary>
    /// <remarks>Jekyll 4.3, lib/jekyll/configuration.rb, DEFAULTS.</remarks>
    // Before All, which is made of it.
    public static IReadOnlyList<string> UsualMarkdown { get; } = [".markdown", ".mkdown", ".mkdn", ".mkd", ".md"];

    /// <summary>The rules of sites other than Jekyll's: all folders may contain posts.</summary>
    public static PostSources All { get; } = new(false, "", false, [], []);

    /// <summary>Files and folders that Jekyll always excludes, in addition to <c>exclude</c>.</summary>
    /// <remarks>Jekyll 4.3, lib/jekyll/configuration.rb, DEFAULT_EXCLUDES.</remarks>
    public static IReadOnlyList<string> AlwaysExcluded { get; } =
    [
        ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
        "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
    ];

    /// <summary><c>markdown_ext</c>: the extensions of Markdown, in lower case and with their dots.</summary>
    public IReadOnlyList<string> Markdown { get; init; } = UsualMarkdown;

    /// <summary>True for the extension of a Markdown file, ignoring case.</summary>
    public bool IsMarkdown(string extension) => Markdown.Contains(extension, StringComparer.OrdinalIgnoreCase);

    /// <summary>The collections whose documents are articles beside the posts.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    /// <summary>The collection to which a path belongs; null for a post.</summary>
    public string? CollectionOf(string path)
    {
        if (Collections.Count == 0) return null;
        var relative = RelativePath(path);
        var slash = relative.IndexOf('/', StringComparison.Ordinal);
        return slash > 1 && relative[0] == '_' && Collections.Contains(relative[1..slash], StringComparer.Ordinal)
            ? relative[1..slash]
            : null;
    }

    /// <summary>A path without the folder of collections, as <c>defaults</c>, categories and <c>:path</c> use it.</summary>
    public string RelativePath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var hasFolder = CollectionsFolder.Length > 0 && path.Length > CollectionsFolder.Length && path[CollectionsFolder.Length] == '/'
            && path.StartsWith(CollectionsFolder, StringComparison.Ordinal);
        return hasFolder ? path[(CollectionsFolder.Length + 1)..] : path;
    }
}

namespace FeedApi.Site.Jekyll;

/// <summary>
/// Which files of the content folder are posts: the settings <c>include</c>, <c>exclude</c>, <c>collections_dir</c> and <c>show_drafts</c>.
/// </summary>
/// <param name="IsJekyll">True when names are judged as Jekyll does; the others count only then.</param>
/// <param name="CollectionsFolder">The folder below which alone posts are, without slashes at its ends; empty for
/// the content folder itself.</param>
/// <param name="ShowsDrafts">True when the files below <c>_drafts</c> folders are posts too.</param>
/// <param name="Include">Names and patterns that are read although they begin with <c>_</c>, or are excluded.</param>
/// <param name="Exclude">Names and patterns that are not read.</param>
public sealed record PostSources(
    bool IsJekyll, string CollectionsFolder, bool ShowsDrafts, IReadOnlyList<string> Include, IReadOnlyList<string> Exclude)
{
    /// <summary>Every folder counts.</summary>
    public static PostSources All { get; } = new(false, "", false, [], []);

    /// <summary>What Jekyll never reads, whatever <c>exclude</c> says.</summary>
    /// <remarks>Jekyll 4.3, lib/jekyll/configuration.rb, DEFAULT_EXCLUDES.</remarks>
    public static IReadOnlyList<string> AlwaysExcluded { get; } =
    [
        ".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
        "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
    ];

    /// <summary>A path without the folder for collections: what <c>defaults</c>, categories and <c>:path</c> go by.</summary>
    public string RelativePath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var hasFolder = CollectionsFolder.Length > 0 && path.Length > CollectionsFolder.Length && path[CollectionsFolder.Length] == '/'
            && path.StartsWith(CollectionsFolder, StringComparison.Ordinal);
        return hasFolder ? path[(CollectionsFolder.Length + 1)..] : path;
    }
}

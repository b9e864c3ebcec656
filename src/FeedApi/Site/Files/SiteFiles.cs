using System.Globalization;
using System.Text;

namespace FeedApi.Site.Files;

/// <summary>The files from which the settings of a site are read: configuration, data, includes and term pages.</summary>
internal static class SiteFiles
{
    private const string TermPage = "_index.md";

    private static readonly string[] HugoFiles =
    [
        .. from folder in (string[])["", "config/_default/"]
           from name in (string[])["hugo", "config"]
           from extension in (string[])[".toml", ".yaml", ".yml", ".json"]
           select folder + name + extension,
    ];

    /// <summary>The name of the configuration of Jekyll sites, and of sites that are no generator's.</summary>
    public const string Config = "_config.yml";

    /// <summary>The configuration of the site in a folder; null when there is none.</summary>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static string? ConfigIn(string folder) =>
        Array.Find([Config, .. HugoFiles], name => RegularFile.Exists(Path.Combine(folder, name)));

    /// <summary>The configuration that a site was read from; null when it has none.</summary>
    public static string? PathOfConfig(SiteConfig site) =>
        ConfigIn(site.ContentFolder) is { } name ? Path.Combine(site.ContentFolder, name) : null;

    /// <summary>True for the path of a file of settings, whether or not it exists.</summary>
    /// <param name="path">Relative to the content folder, with <c>/</c> as separator.</param>
    /// <param name="site">The site as read last.</param>
    public static bool Include(string path, SiteConfig site) =>
        PostPath.IsOfSite(path)
        // With the suffix of a language too: _index.de.md.
        || Path.GetFileName(path.AsSpan()) is ['_', 'i', 'n', 'd', 'e', 'x', '.', .., 'm', 'd']
        || FoldersOf(site).Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The names, sizes and times of all files of settings: another text when one of them may have changed.</summary>
    /// <param name="folder">The folder of the configuration.</param>
    /// <param name="site">The site as read last.</param>
    /// <param name="others">More paths, relative to the content folder: term pages in deeper folders, of which only a report tells.</param>
    public static string StampOf(string folder, SiteConfig site, IEnumerable<string> others)
    {
        var text = new StringBuilder();
        foreach (var name in (string[])[Config, .. HugoFiles]) Append(text, folder, name);
        foreach (var below in FoldersOf(site))
        {
            AppendAll(text, site, below);
        }

        // Without this folder the site is one of another kind.
        var decisive = site.Hugo?.ContentFolder ?? (site.IsJekyll ? "_posts" : "");
        var kind = RegularFile.Look(Path.Combine(site.ContentFolder, decisive), followsLinks: true).Kind;
        text.Append(CultureInfo.InvariantCulture, $"{kind}/");
        foreach (var path in TermPagesOf(site).Union(others, StringComparer.Ordinal)) Append(text, site.ContentFolder, path);
        return text.ToString();
    }

    private static IEnumerable<string> FoldersOf(SiteConfig site) =>
        site.IsJekyll ? new[] { "_data", site.FolderOf("data_dir", "_data"), site.FolderOf("includes_dir", "_includes") }.Distinct()
        : site.Hugo is null ? ["_data"]
        : ["_data", "config/_default", .. site.Hugo.ShortcodeFolders];

    // Of the home page, of sections and of terms; deeper sections may be as many as posts.
    private static IEnumerable<string> TermPagesOf(SiteConfig site)
    {
        if (site.IsJekyll) return [];
        var start = site.Hugo is { ContentFolder: var content } ? content + "/" : "";
        string[] taxonomies = [start + "categories/", start + "tags/", start + "authors/"];
        return new[] { start }.Concat(ChildrenOf(start)).Concat(taxonomies.SelectMany(ChildrenOf)).Select(folder => folder + TermPage);

        IEnumerable<string> ChildrenOf(string folder) => SubfoldersOf(site.ContentFolder, folder);
    }

    private static IEnumerable<string> SubfoldersOf(string contentFolder, string folder)
    {
        try
        {
            return [.. FolderTree.FoldersIn(Path.Combine(contentFolder, folder)).Select(name => $"{folder}{name}/")];
        }
        catch (UnreadableException)
        {
            return [];
        }
    }

    private static void AppendAll(StringBuilder text, SiteConfig site, string folder)
    {
        try
        {
            foreach (var path in SiteFolderFiles.List(site.ContentFolder, folder)) Append(text, site.ContentFolder, path);
        }
        catch (UnreadableException failure)
        {
            text.Append(CultureInfo.InvariantCulture, $"{folder}/:{FileError.NameOf(failure.Error)}\n");
        }
    }

    private static void Append(StringBuilder text, string folder, string path)
    {
        var state = RegularFile.Look(Path.Combine(folder, path), followsLinks: true);
        if (state.Kind == FileKind.Regular)
            text.Append(CultureInfo.InvariantCulture, $"{path}:{state.SizeBytes}:{state.ModifiedTicks}\n");
        else if (state.Kind == FileKind.Unreadable) text.Append(CultureInfo.InvariantCulture, $"{path}:{FileError.NameOf(state.Error)}\n");
    }
}

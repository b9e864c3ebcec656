using System.Text.RegularExpressions;
using FeedApi.Content.Files;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Files;

/// <summary>Lists the texts of a site that are no posts: those below <c>_drafts</c>, and pages, templates, styles and settings.</summary>
internal sealed partial class SiteTexts(SiteConfig site, PostFiles posts)
{
    private const int MaxDepth = 16;
    private const int HeadChars = 4_096;

    private static readonly string[] Extensions =
    [
        ".md", ".markdown", ".html", ".htm", ".css", ".scss", ".sass", ".less", ".js", ".mjs", ".json", ".xml", ".yml", ".yaml", ".toml",
        ".liquid", ".webmanifest", ".svg",
    ];

    private static readonly string[] Generated = ["_site", "node_modules", "vendor", "resources", "public"];

    /// <summary>The drafts of a site that does not show them.</summary>
    public IEnumerable<string> Drafts() => posts.DraftFolders.SelectMany(folder => Below(folder, _ => true))
        .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) || posts.IsText(path));

    /// <summary>What a visitor sees of the site besides posts, or what that is made of.</summary>
    public IEnumerable<string> Pages() => Below("", IsEntered)
        .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && IsOfPages(path));

    private static bool IsEntered(string name) =>
        !PostPath.IsPostsFolder(name) && !PostPath.IsDraftsFolder(name) && !Generated.Contains(name, StringComparer.Ordinal);

    private bool IsOfPages(string path)
    {
        if (!PostPath.IsPostName(Path.GetFileName(path.AsSpan()))) return true;
        return posts.MayBePost(path) ? IsShownSection(path) : !IsHidden(path);
    }

    // The page of a section is none of the posts.
    private bool IsShownSection(string path) =>
        site.Hugo is not null
        && Path.GetFileName(path.AsSpan()).StartsWith("_index.", StringComparison.Ordinal)
        && !FileVisibility.IsInHiddenSection(site, path);

    private bool IsHidden(string path)
    {
        if (SiteFile.ReadText(site.ContentFolder, path, 1024 * 1024) is not { } text) return true;
        return HidingClaim().IsMatch(text[..Math.Min(text.Length, HeadChars)]);
    }

    private IEnumerable<string> Below(string folder, Predicate<string> isEntered)
    {
        var waiting = new Stack<(string Path, int Depth)>([(folder, 0)]);
        while (waiting.TryPop(out var next))
        {
            foreach (var (name, isFolder) in ChildrenOf(next.Path))
            {
                if (name[0] == '.') continue;
                var path = next.Path.Length == 0 ? name : $"{next.Path}/{name}";
                if (!isFolder) yield return path;
                else if (next.Depth < MaxDepth && isEntered(name) && !posts.IsExcluded(path)) waiting.Push((path, next.Depth + 1));
            }
        }
    }

    private IEnumerable<(string Name, bool IsFolder)> ChildrenOf(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(Path.Combine(site.ContentFolder, folder)).EnumerateFileSystemInfos()
                .Where(entry => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                .Select(entry => (entry.Name, entry.Attributes.HasFlag(FileAttributes.Directory)))];
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^(published\s*[:=]\s*false|draft\s*[:=]\s*true)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex HidingClaim();
}

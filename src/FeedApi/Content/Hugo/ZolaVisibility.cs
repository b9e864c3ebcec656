using FeedApi.Content.FrontMatter;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Content.Hugo;

/// <summary>Which pages Zola hides besides drafts: those with <c>render = false</c>, and all below a section that is a draft.</summary>
/// <remarks>Zola, "Page", "Section". Sections are read once, at start.</remarks>
internal static class ZolaVisibility
{
    /// <summary>The site with its draft sections.</summary>
    public static SiteConfig Complete(SiteConfig site)
    {
        if (site.Hugo is not { IsZola: true } zola) return site;
        var root = Path.Combine(site.ContentFolder, zola.ContentFolder);
        string[] drafts = [.. FolderTree.FilesBelow(root, skipsHidden: false, followsLinks: false)
            .Where(file => Path.GetFileName(file.AsSpan()) is ['_', 'i', 'n', 'd', 'e', 'x', .., '.', 'm', 'd'])
            .Select(file => Path.GetRelativePath(site.ContentFolder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => IsDraft(site, path))
            .Select(path => path[..(path.LastIndexOf('/') + 1)])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        return site with { Hugo = zola with { DraftFolders = drafts } };
    }

    /// <summary>True when Zola makes no page of a post.</summary>
    public static bool Hides(SiteConfig site, string path, FieldReader fields) =>
        site.Hugo is { IsZola: true } zola
        && (zola.DraftFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
            || fields.Find("render") is ConfigScalar { Text: "false" });

    private static bool IsDraft(SiteConfig site, string path)
    {
        if (SiteFile.ReadText(site.ContentFolder, path, PostReader.PostBytes) is not { } text) return false;
        var problems = new ProblemLog(path);
        var cut = FrontMatterText.Cut(text);
        var map = cut.Text is null ? null : FrontMatterReader.Read(cut.Text, cut.Syntax, problems);
        return map is not null && new FieldReader(map, problems).Claim("draft") == true;
    }
}

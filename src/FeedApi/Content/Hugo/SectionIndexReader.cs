using FeedApi.Content.FrontMatter;
using FeedApi.Content.Posts;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>
/// Finds the sections of Hugo and Zola: the folders with a page <c>_index.md</c>, or <c>_index.fr.md</c> for one language.
/// </summary>
/// <remarks>
/// Called once, at start. A page that cannot be read makes its section nevertheless, as that only needs the file. Hugo, "Content
/// organization"; Zola, "Section".
/// </remarks>
internal static class SectionIndexReader
{
    private const string Stem = "_index";

    /// <summary>The site with its sections.</summary>
    public static SiteConfig Complete(SiteConfig site)
    {
        if (site.Hugo is not { Languages: { } languages }) return site;
        var sections = languages.All.ToDictionary(
            language => language.Key, _ => new Dictionary<string, SectionIndex>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var path in PagesOf(site, languages))
        {
            if (languages.Of(path) is not { } language) continue;
            var below = languages.BelowFolder(path);
            if (below.LastIndexOf('/') is not (> 0 and var end)) continue;
            var folder = below[..end];
            sections[language.Key][folder] = Read(site, languages.SettingsOf(language), path, folder);
        }

        var complete = languages.With((language, settings) => settings with { SectionIndexes = sections[language.Key] });
        return site with { Hugo = complete.SettingsOf(complete.Default) };
    }

    // The page of the content folder itself is the home page.
    private static IEnumerable<string> PagesOf(SiteConfig site, HugoLanguages languages) =>
        languages.Folders
            .Select(folder => Path.Combine(site.ContentFolder, folder))
            .SelectMany(folder => FolderTree.FilesBelow(folder, skipsHidden: true, followsLinks: true)
                .Where(file => Path.GetFileName(file).StartsWith(Stem + ".", StringComparison.Ordinal))
                .Select(file => Path.GetRelativePath(site.ContentFolder, file).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(path => PostPath.Extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal)
                && Path.GetFileNameWithoutExtension(languages.WithoutSuffix(path)) == Stem)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static SectionIndex Read(SiteConfig site, HugoSettings hugo, string path, string folder)
    {
        if (FieldsOf(site, path) is not { } fields) return new SectionIndex(folder);
        return new SectionIndex(
            folder,
            fields.Line("title", FieldReader.NameChars),
            fields.Line("description", FieldReader.TitleChars),
            hugo.IsZola ? null : PostAddresses.PermalinkOf(fields),
            HasFeed: fields.Claim("generate_feeds") == true || fields.Claim("generate_feed") == true,
            IsTransparent: fields.Claim("transparent") == true);
    }

    private static FieldReader? FieldsOf(SiteConfig site, string path)
    {
        if (IndexPage.BytesOf(site, path) is not { } bytes) return null;
        var problems = new ProblemLog(path);
        var cut = FrontMatterText.Cut(TextDecoder.Decode(bytes, out _));
        var map = cut.Text is null ? null : FrontMatterReader.Read(cut.Text, cut.Syntax, problems);
        return map is null ? null : new FieldReader(HugoFrontMatter.Translate(map, path, site.Hugo), problems);
    }
}

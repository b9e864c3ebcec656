using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Content.Hugo;

/// <summary>
/// Reads the term pages of Hugo and Zola: <c>categories/{slug}/_index.md</c> and <c>authors/{slug}/_index.md</c> in the content folder.
/// </summary>
/// <remarks>Called with each reading of the settings. <c>_data/</c> takes precedence, value by value.</remarks>
internal static class TermIndexPages
{
    /// <summary>The site with these terms added.</summary>
    /// <exception cref="SiteConfigException">A page's front matter is invalid.</exception>
    public static SiteConfig Complete(SiteConfig site)
    {
        if (site.IsJekyll) return site;
        var content = site.Hugo?.ContentFolder ?? "";
        Dictionary<string, CategoryEntry> categories = new(site.Categories, StringComparer.Ordinal);
        foreach (var (slug, fields) in Pages(site, content, "categories"))
        {
            var page = CategoryOf(site, content, slug, fields);
            categories[Slug.KeyOf(slug)] = categories.TryGetValue(Slug.KeyOf(slug), out var listed)
                ? listed with
                {
                    Name = listed.Name ?? page.Name,
                    Description = listed.Description ?? page.Description,
                    Image = listed.Image ?? page.Image
                }
                : page;
        }

        Dictionary<string, PostAuthor> authors = new(site.Authors, StringComparer.OrdinalIgnoreCase);
        foreach (var (slug, fields) in Pages(site, content, "authors"))
        {
            if (fields.Line("title", FieldReader.NameChars) is { } name) authors.TryAdd(slug, new PostAuthor(name, slug));
        }

        return site with { Categories = categories, Authors = authors };
    }

    private static CategoryEntry CategoryOf(SiteConfig site, string content, string slug, FieldReader fields)
    {
        var image = PostMedia.ImageOf(fields)?.Url;
        // A file in the page's folder has an address below the term's.
        var folder = $"categories/{slug}";
        var isBeside = image is not null && !image.StartsWith('/') && !image.Contains("..", StringComparison.Ordinal)
            && RegularFile.Exists(Path.Combine(site.ContentFolder, content, folder, image));
        return new CategoryEntry(
            Slug.From(slug),
            fields.Line("title", FieldReader.NameChars),
            fields.Line("description", FieldReader.TitleChars),
            isBeside ? $"/{folder}/{image}" : image);
    }

    private static IEnumerable<(string Slug, FieldReader Fields)> Pages(SiteConfig site, string content, string taxonomy)
    {
        var folder = Path.Combine(site.ContentFolder, content, taxonomy);
        foreach (var term in FolderTree.FoldersIn(folder))
        {
            var path = Path.GetRelativePath(site.ContentFolder, Path.Combine(folder, term, IndexPage.FileName))
                .Replace(Path.DirectorySeparatorChar, '/');
            if (Read(site, path) is { } fields) yield return (term, fields);
        }
    }

    private static FieldReader? Read(SiteConfig site, string path)
    {
        if (IndexPage.Read(site, path) is not { } page) return null;
        if (page.Fault is { } fault) throw fault;
        return page.Map is { } map ? new FieldReader(HugoFrontMatter.Translate(map, path, site.Hugo), page.Problems) : null;
    }
}

using FeedApi.Content.Hugo;
using FeedApi.Site.Hugo;

namespace FeedApi.Rendering.Links;

/// <summary>Which section of a Hugo or Zola site a post is in.</summary>
/// <remarks>
/// Hugo: the nearest folder with an <c>_index.md</c>, else the folder at the top; the posts of a section are not those of the sections
/// below it. Zola: the post's own folder, when it has an <c>_index.md</c>.
/// </remarks>
internal static class SectionKeys
{
    /// <summary>The key of a post's section; null outside of any.</summary>
    /// <param name="path">The post's path, relative to the site's root.</param>
    /// <param name="site">The settings of the site.</param>
    public static string? KeyOf(string path, HugoSettings? site)
    {
        if (site is null) return null;
        var hugo = site.Of(path);
        var folders = HugoPage.Of(path, hugo).Sections;
        for (var count = folders.Count; count > 0; count--)
        {
            var isAtTop = count == 1 && !hugo.IsZola;
            if (isAtTop || hugo.SectionIndexes.ContainsKey(string.Join('/', folders.Take(count)))) return KeyOf(folders.Take(count), hugo);
            if (hugo.IsZola) return null;
        }

        return null;
    }

    /// <summary>
    /// The key of the section of a folder: its address without slashes at the ends, in Hugo in lower case, in Zola as the folders are
    /// named.
    /// </summary>
    /// <param name="folders">The folders below the content folder, outermost first.</param>
    /// <param name="hugo">The settings.</param>
    public static string KeyOf(IEnumerable<string> folders, HugoSettings hugo) => hugo.IsZola
        ? string.Join('/', folders)
        : string.Join('/', folders.Select(folder => HugoPath.Sanitize(folder, hugo))).ToLowerInvariant();
}

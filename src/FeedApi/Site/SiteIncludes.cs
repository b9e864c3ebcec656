using FeedApi.Site.Files;

namespace FeedApi.Site;

/// <summary>Reads the files of a Jekyll site that posts include, so that there is a last good version of each.</summary>
internal static class SiteIncludes
{
    /// <summary>Maximum size of a file, in bytes.</summary>
    public const int FileBytes = 256 * 1024;

    /// <summary>Maximum length of all files, in chars; further ones are left out.</summary>
    public const int MaxChars = 8 * 1024 * 1024;

    /// <summary>The texts by path, relative to the content folder.</summary>
    public static IReadOnlyDictionary<string, string> Read(SiteConfig site)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        var charsLeft = MaxChars;
        foreach (var path in SiteFolderFiles.List(site.ContentFolder, site.FolderOf("includes_dir", "_includes")))
        {
            if (SiteFile.ReadText(site.ContentFolder, path, FileBytes) is not { } text || text.Length > charsLeft) continue;
            charsLeft -= text.Length;
            texts[path] = text;
        }

        return texts;
    }
}

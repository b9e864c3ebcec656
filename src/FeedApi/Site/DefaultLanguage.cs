namespace FeedApi.Site;

/// <summary>Tells by its path alone whether a file is in the site's default language.</summary>
internal static class DefaultLanguage
{
    /// <summary>
    /// True when a folder of the path is named after the site's language: its tag, or the language or region of it
    /// (<c>zh-CN</c>, <c>zh_cn</c>, <c>zh</c> and <c>cn</c> for <c>zh-CN</c>), in any case. In a Hugo or Zola site with several languages
    /// their configuration decides instead.
    /// </summary>
    /// <param name="path">Relative to the content folder, with <c>/</c> as separator.</param>
    /// <param name="site">The site.</param>
    public static bool IsOf(string path, SiteConfig site)
    {
        if (site.Hugo is { IsMultilingual: true } hugo) return hugo.IsInDefaultLanguage(path);
        var rest = path.AsSpan();
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            if (Names(rest[..slash], site.Language)) return true;
            rest = rest[(slash + 1)..];
        }

        return false;
    }

    private static bool Names(ReadOnlySpan<char> folder, ReadOnlySpan<char> language)
    {
        if (folder.Length < 2 || folder.Length > language.Length) return false;
        if (IsSame(folder, language)) return true;
        foreach (var range in language.Split('-'))
        {
            if (IsSame(folder, language[range])) return true;
        }

        return false;
    }

    private static bool IsSame(ReadOnlySpan<char> folder, ReadOnlySpan<char> tag)
    {
        if (folder.Length != tag.Length) return false;
        for (var i = 0; i < tag.Length; i++)
        {
            var letter = folder[i] == '_' ? '-' : char.ToLowerInvariant(folder[i]);
            if (letter != char.ToLowerInvariant(tag[i])) return false;
        }

        return true;
    }
}

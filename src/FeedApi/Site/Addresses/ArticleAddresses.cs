namespace FeedApi.Site.Addresses;

/// <summary>The absolute addresses of articles.</summary>
internal static class ArticleAddresses
{
    /// <summary>The address of a path.</summary>
    /// <param name="site">The site.</param>
    /// <param name="path">The path of an article, percent-decoded, beginning with a slash.</param>
    /// <remarks>
    /// Hugo, "Multilingual multihost": a language with a <c>baseURL</c> of its own lives on that host, without prefix; on this server its
    /// articles keep the prefix, so that no two have one path.
    /// </remarks>
    public static string Of(SiteConfig site, string path)
    {
        foreach (var language in site.Hugo?.Languages?.Active ?? [])
        {
            if (language is not { Address: { } address, Prefix: { Length: > 0 } prefix }) continue;
            if (path.StartsWith(prefix + "/", StringComparison.Ordinal)) return address + SiteLinks.Encode(path[prefix.Length..]);
        }

        return site.Url + site.BaseUrl + SiteLinks.Encode(path);
    }
}

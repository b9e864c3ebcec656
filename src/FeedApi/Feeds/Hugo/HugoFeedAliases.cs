using FeedApi.Feeds.Aliases;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Hugo;

/// <summary>The addresses of Hugo's and Zola's feeds that are routes of their own: those of the site and of terms in the default
/// language.</summary>
internal static class HugoFeedAliases
{
    private static readonly string[] Routed = ["index.xml", "atom.xml", "rss.xml"];

    /// <summary>The feeds of a site whose files have names of its own, such as <c>/feed.xml</c>.</summary>
    public static IEnumerable<FeedAlias> Of(SiteConfig site)
    {
        foreach (var file in site.Hugo?.FeedFiles ?? [])
        {
            if (Routed.Contains(file, StringComparer.OrdinalIgnoreCase)) continue;
            var format = site.Hugo!.IsZola ? FeedFormat.Atom : FeedFormat.Rss;
            var name = file.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
            yield return InDefaultLanguage(new FeedAlias("/" + name, null, "", format), site);
            foreach (var kind in Enum.GetValues<TermKind>())
            {
                var pattern = $"{Routes.TermList(kind)}/{{{FeedAliasAddress.SlugParameter}}}/{name}";
                yield return InDefaultLanguage(new FeedAlias(pattern, kind, null, format), site);
            }
        }
    }

    /// <summary>
    /// The alias, restricted to the default language when it is an address of the site's own generator and the site has several.
    /// </summary>
    public static FeedAlias InDefaultLanguage(FeedAlias alias, SiteConfig site)
    {
        if (site.Hugo is not { IsMultilingual: true, Languages: { Default: var language } } hugo) return alias;
        var file = alias.Pattern[(alias.Pattern.LastIndexOf('/') + 1)..];
        var isOfGenerator = hugo.FeedFiles.Contains(file, StringComparer.OrdinalIgnoreCase);
        return isOfGenerator ? alias with { QueryOf = request => HugoListing.QueryOf(request, language, null, hugo) } : alias;
    }
}

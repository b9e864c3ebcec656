using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Hugo;

namespace FeedApi.Feeds.Hugo;

/// <summary>Finds what Hugo or Zola publish at an address that is not FeedApi's own. Called when no article has the address.</summary>
/// <remarks>Hugo 0.111.3; Zola, "Section", "Multilingual sites", "Feeds".</remarks>
internal sealed class HugoListings(SiteConfig site, ITermLookup lookup)
{
    private static readonly TermKind[] Kinds = Enum.GetValues<TermKind>();

    private readonly SiteSections sections = new(site);

    /// <summary>What is at a path; null for another site and for a path at which they publish nothing.</summary>
    /// <param name="path">Percent-decoded, beginning with a slash.</param>
    /// <param name="cancellationToken">Cancels the lookup of sections.</param>
    public async ValueTask<HugoListing?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (site.Hugo is not { } hugo) return null;
        var (page, format) = WithoutFeed(path.Trim('/'), hugo);
        if (sections.At(page) is { } described) return OfSection(described, format);
        var (language, rest) = LanguageOf(page, hugo);
        if (rest.Length == 0) return language is null ? null : new HugoListing(language, format);
        var slash = rest.IndexOf('/');
        if (KindOf(slash < 0 ? rest : rest[..slash], hugo) is { } kind)
        {
            var place = new HugoListing(language, format) { Kind = kind };
            return slash < 0 ? (format is null ? place : null) : place with { Slug = rest[(slash + 1)..] };
        }

        var known = await lookup.ListSectionsAsync(cancellationToken);
        return known.FirstOrDefault(key => key.Equals(rest, StringComparison.OrdinalIgnoreCase)) is { } section
            ? OfSection(sections.Of(section, language), format)
            : null;
    }

    private static HugoListing? OfSection(SiteSection section, FeedFormat? format) =>
        format is null || section.HasFeed ? new HugoListing(section.Language, format) { Section = section } : null;

    private static (string Page, FeedFormat? Format) WithoutFeed(string path, HugoSettings hugo)
    {
        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        if (!hugo.FeedFiles.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            var isFile = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
                && hugo.UglyAddresses.AreOf(FirstOf(LanguageOf(path[..^".html".Length], hugo).Below));
            return (isFile ? path[..^".html".Length] : path, null);
        }

        // Zola's own templates are atom.xml and rss.xml; a template of the site's may have any name.
        var isAtom = hugo.IsZola && !name.Contains("rss", StringComparison.OrdinalIgnoreCase);
        return (slash < 0 ? "" : path[..slash], isAtom ? FeedFormat.Atom : FeedFormat.Rss);
    }

    private static string FirstOf(string path) => path.IndexOf('/') is >= 0 and var slash ? path[..slash] : path;

    private static (HugoLanguage? Language, string Below) LanguageOf(string path, HugoSettings hugo)
    {
        if (hugo is not { IsMultilingual: true, Languages: { } languages }) return (null, path);
        foreach (var language in languages.Active.Where(language => language.Prefix.Length > 0))
        {
            var prefix = language.Prefix[1..];
            if (path.Equals(prefix, StringComparison.OrdinalIgnoreCase)) return (language, "");
            if (path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase)) return (language, path[(prefix.Length + 1)..]);
        }

        return (languages.Default, path);
    }

    private static TermKind? KindOf(string collection, HugoSettings hugo)
    {
        var name = hugo.Taxonomies.GetValueOrDefault(collection.ToLowerInvariant(), collection);
        foreach (var kind in Kinds)
        {
            if (name.Equals(SiteLinks.Collection(kind), StringComparison.OrdinalIgnoreCase)) return kind;
        }

        return null;
    }
}

using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Feeds;

/// <summary>The ids that jekyll-feed gave to its feeds, which are their addresses.</summary>
/// <remarks>jekyll-feed 0.17, feed.xml and generator.rb.</remarks>
internal sealed partial class JekyllFeedIds(SiteConfig site)
{
    private const string MainPath = "/feed.xml";

    /// <summary>The id of the main feed; null on a site without the ids of jekyll-feed.</summary>
    public string? OfSite() => site.GuidStyle == GuidStyle.Jekyll ? IdOf(site.Feeds.Path ?? MainPath) : null;

    /// <summary>The id of the feed of a term; null when jekyll-feed had no such feed.</summary>
    public string? OfTerm(TermSummary term)
    {
        if (site.GuidStyle != GuidStyle.Jekyll) return null;
        if (term.Kind == TermKind.Category)
        {
            var key = Slug.KeyOf(term.Slug);
            return site.Feeds.Categories.FirstOrDefault(name => Slug.KeyOf(Slug.From(name)) == key) is { } written
                ? IdOf($"/feed/{written}.xml")
                : null;
        }

        // Of other tags jekyll-feed writes no feed.
        return term.Kind == TermKind.Tag && site.Feeds.Tags is { } tags && tags.Includes(term.Slug) && Simple().IsMatch(term.Name)
            ? IdOf($"{tags.Path}{term.Name}.xml")
            : null;
    }

    private string IdOf(string path) => site.Url + site.BaseUrl + UriText.EncodePath(path.Normalize(site.GuidNormalization));

    [GeneratedRegex("^[a-zA-Z0-9_]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Simple();
}

using System.Text.RegularExpressions;
using FeedApi.Feeds.Aliases;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Feeds;

/// <summary>The ids that jekyll-feed gave to its feeds, which are their addresses.</summary>
/// <remarks>jekyll-feed 0.17, feed.xml and generator.rb.</remarks>
internal sealed partial class JekyllFeedIds(SiteConfig site)
{
    private const string MainPath = "/feed.xml";

    private readonly string postsOnly = FilterOf(CollectionFilters.OutsideOf(site.Feeds));

    // Sites name thousands of categories, and each feed is looked up whenever it is made.
    private readonly Dictionary<string, string> categories = SpellingsOf(site.Feeds.Categories);

    private readonly Dictionary<string, Dictionary<string, string>> categoriesOfCollections = site.Feeds.Collections.ToDictionary(
        collection => collection.Label, collection => SpellingsOf(collection.Categories), StringComparer.Ordinal);

    /// <summary>The id of a feed of the whole site; null when jekyll-feed had no such feed.</summary>
    /// <param name="filters">The canonical filters of the feed; empty for none.</param>
    public string? OfSite(string filters) =>
        site.GuidStyle == GuidStyle.Jekyll && filters == postsOnly ? IdOf(site.Feeds.Path ?? MainPath) : null;

    /// <summary>The id of the feed of a term; null when jekyll-feed had no such feed.</summary>
    /// <param name="term">The term.</param>
    /// <param name="filters">The canonical filters of the feed besides the term; empty for none.</param>
    public string? OfTerm(TermSummary term, string filters)
    {
        if (site.GuidStyle != GuidStyle.Jekyll) return null;
        if (term.Kind == TermKind.Category) return OfCategory(Slug.KeyOf(term.Slug), filters);
        // Of other tags jekyll-feed writes no feed.
        return term.Kind == TermKind.Tag && filters == postsOnly
            && site.Feeds.Tags is { } tags && tags.Includes(term.Slug) && Simple().IsMatch(term.Name)
            ? IdOf($"{tags.Path}{term.Name}.xml")
            : null;
    }

    private string? OfCategory(string key, string filters)
    {
        if (filters == postsOnly && categories.TryGetValue(key, out var written)) return IdOf($"/feed/{written}.xml");
        foreach (var collection in site.Feeds.Collections)
        {
            if (filters.Length == 0 && KeyOf(collection.Label) == key) return IdOf(collection.Path);
            if (filters == FilterOf(CollectionFilters.WithinOf(collection))
                && categoriesOfCollections[collection.Label].TryGetValue(key, out var name))
                return IdOf($"{collection.Folder}{name}.xml");
        }

        return null;
    }

    // The first of several spellings is that of jekyll-feed's file.
    private static Dictionary<string, string> SpellingsOf(IReadOnlyList<string> names)
    {
        var spellings = new Dictionary<string, string>(names.Count, StringComparer.Ordinal);
        foreach (var name in names) spellings.TryAdd(KeyOf(name), name);
        return spellings;
    }

    private static string KeyOf(string name) => Slug.KeyOf(Slug.From(name));

    private static string FilterOf(string value) => value.Length == 0
        ? ""
        : "category=" + Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);

    private string IdOf(string path) => site.Url + site.BaseUrl + UriText.EncodePath(path.Normalize(site.GuidNormalization));

    [GeneratedRegex("^[a-zA-Z0-9_]+$")]
    private static partial Regex Simple();
}

using System.Globalization;
using FeedApi.Feeds.Aliases;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Feeds;

/// <summary>Describes in words which articles a query selects; dates are in the site's time zone, as in the query.</summary>
internal sealed class FeedTitle(SiteConfig site)
{
    // In jekyll-feed 0.17 the feeds of posts have the site's title, beside those of collections too.
    private readonly string[] collections = [.. CollectionFilters.SlugsOf(site.Feeds)];

    /// <summary>The name, followed by the filters when there are any.</summary>
    internal async ValueTask<string> OfAsync(string name, ArticleQuery query, ITermLookup lookup, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var filter in query.Terms)
        {
            if (IsWithoutCollections(filter)) continue;
            var names = new List<string>(filter.Slugs.Count);
            foreach (var slug in filter.Slugs) names.Add((await lookup.FindTermAsync(filter.Kind, slug, cancellationToken))?.Name ?? slug);
            parts.Add((filter.IsExcluded ? "not " : "") + string.Join(", ", names));
        }

        if (query.Search is { } search) parts.Add(search.Canonical);
        if (query.From is { } from) parts.Add("from " + DayOf(from));
        if (query.To is { } to) parts.Add("to " + DayOf(to.AddSeconds(-1)));
        if (query.UpdatedSince is { } since) parts.Add("updated since " + DayOf(since));
        if (query.Language is { } language) parts.Add(language);
        parts.AddRange(query.ExcludedLanguages.Select(excluded => "not " + excluded));
        foreach (var filter in query.Sections) parts.Add((filter.IsExcluded ? "not " : "") + string.Join(", ", filter.Sections));
        return parts.Count == 0 ? name : $"{name}: {string.Join("; ", parts)}";
    }

    private bool IsWithoutCollections(TermFilter filter) =>
        filter is { Kind: TermKind.Category, IsExcluded: true }
        && collections.Length > 0
        && filter.Slugs.Count == collections.Length
        && filter.Slugs.All(slug => collections.Contains(slug, StringComparer.OrdinalIgnoreCase));

    private string DayOf(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, site.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

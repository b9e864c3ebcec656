using System.Globalization;
using FeedApi.Queries;

namespace FeedApi.Feeds;

/// <summary>Describes in words which articles a query selects; dates are in the site's time zone, as in the query.</summary>
internal sealed class FeedTitle(TimeZoneInfo zone)
{
    /// <summary>The name, followed by the filters when there are any.</summary>
    internal async ValueTask<string> OfAsync(string name, ArticleQuery query, ITermLookup lookup, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        foreach (var filter in query.Terms)
        {
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

    private string DayOf(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

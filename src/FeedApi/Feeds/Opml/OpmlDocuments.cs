using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Site;

namespace FeedApi.Feeds.Opml;

/// <summary>
/// Builds the documents of the list of feeds, once for each selection, state of the catalog and, with <c>active_days</c>, day.
/// </summary>
internal sealed class OpmlDocuments(SiteConfig site, IArticleReader reader, DocumentCache cache, OpmlWriter writer, TimeProvider time)
{
    /// <summary>The document.</summary>
    public async ValueTask<Document> FindAsync(OpmlSelection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), site.TimeZone).DateTime);
        // Which categories are active depends on the day, even when no article changes.
        var day = selection.ActiveDays is null ? "" : today.ToString("O", CultureInfo.InvariantCulture);
        var document = await cache.GetOrBuildAsync(
            $"/opml.xml?{selection.QueryString} {day}",
            token => reader.ReadAsync(snapshot => BuildAsync(snapshot, selection, today, token), token),
            cancellationToken);
        return document!;
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, OpmlSelection selection, DateOnly today, CancellationToken cancellationToken)
    {
        var categories = Select(await snapshot.ListTermsAsync(TermKind.Category, cancellationToken), selection, today);
        IReadOnlyList<OpmlGroup> groups = selection.IsFlat ? [new OpmlGroup(null, categories)] : OpmlGroups.Of(categories, site.Language);
        var isWholeSite = selection is { Categories: [], Top: null };
        // OPML requires at least one outline, so the main feed is also listed when there is no category.
        var list = new OpmlList(isWholeSite || categories.Count == 0, groups, categories.Max(category => category.Newest));
        return new Document(OpmlWriter.ContentType, writer.Write(list), ChangedAt(selection, snapshot.State, today))
        {
            DependsOnTime = selection.ActiveDays is not null,
            IsOneOfMany = !isWholeSite || selection.ActiveDays is not null || selection.IsFlat,
            Tags = [SurrogateKeys.Articles],
        };
    }

    private List<TermSummary> Select(IEnumerable<TermSummary> categories, OpmlSelection selection, DateOnly today)
    {
        var selected = categories.Where(category =>
            selection.Categories.All(filter => filter.Slugs.Contains(category.Slug, StringComparer.Ordinal) != filter.IsExcluded));
        if (selection.ActiveDays is { } days)
        {
            var since = PostDate.Midnight(today.AddDays(-days), site.TimeZone);
            selected = selected.Where(category => category.Newest >= since);
        }

        if (selection.Top is { } top) selected = selected.OrderByDescending(category => category.Count).Take(top);
        return [.. selected];
    }

    private DateTimeOffset ChangedAt(OpmlSelection selection, CatalogState state, DateOnly today)
    {
        var dayBegan = PostDate.Midnight(today, site.TimeZone);
        return selection.ActiveDays is not null && dayBegan > state.ChangedAt ? dayBegan.ToUniversalTime() : state.ChangedAt;
    }
}

using FeedApi.Catalog;
using FeedApi.Rendering;

namespace FeedApi.Feeds;

/// <summary>Reads what one document of a feed shows, and how it leads to the rest.</summary>
public sealed class FeedContents(IArticleStore store, FeedPlaces places)
{
    /// <summary>The articles in the feed's order, when they last changed, and the feed as this document describes it.</summary>
    /// <param name="feed">The whole feed.</param>
    /// <param name="term">The term whose feed it is; null: the site's.</param>
    /// <param name="place">Which document.</param>
    /// <param name="format">JSON Feed has pages only, the others archives too.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async ValueTask<(IReadOnlyList<Article> Articles, DateTimeOffset ChangedAt, FeedDefinition Feed)> ReadAsync(
        FeedDefinition feed, ChangedTerm? term, FeedPlace place, FeedFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(place);
        if (place.IsArchive) return await ReadArchiveAsync(feed, term, place, cancellationToken);
        var page = await store.ListAsync(feed.Query with { Position = place.Page }, cancellationToken);
        var hasPages = feed.HasFilters || place.Page is not null || format == FeedFormat.Json;
        if (!hasPages && page.Next is not null)
        {
            var shown = await WithEditedAsync(feed, page.Articles, cancellationToken);
            var history = new FeedHistory { PreviousArchive = await NewestArchiveAsync(feed, term, shown, cancellationToken) };
            return (shown, page.ChangedAt, feed with { History = history });
        }

        return (page.Articles, page.ChangedAt, feed with
        {
            QueryString = place.Page is { } here ? PageQuery(feed, here) : feed.QueryString,
            HasFilters = hasPages,
            History = hasPages ? new FeedHistory { NextPage = PageQueryOrNull(feed, page.Next), PreviousPage = PageQueryOrNull(feed, page.Previous) } : FeedHistory.None,
        });
    }

    private async ValueTask<(IReadOnlyList<Article> Articles, DateTimeOffset ChangedAt, FeedDefinition Feed)> ReadArchiveAsync(
        FeedDefinition feed, ChangedTerm? term, FeedPlace place, CancellationToken cancellationToken)
    {
        var range = await store.FindArchiveAsync(term, place.Archive, cancellationToken);
        var page = await store.ListAsync(feed.Query with { Archive = range, Limit = ArticleQuery.MaxLimit }, cancellationToken);
        return (page.Articles, page.ChangedAt, feed with
        {
            QueryString = ArchiveQuery(feed, place.Archive),
            History = new FeedHistory
            {
                IsArchive = true,
                PreviousArchive = range.After is { } after ? ArchiveQuery(feed, after) : null,
                NextArchive = range.Next is { } next ? ArchiveQuery(feed, next) : null,
                Current = feed.Presentation,
            },
        });
    }

    // An old article that was edited takes the place of one that is only a little too old (RFC 5005, section 4.1): readers do not look into archives again.
    private async ValueTask<IReadOnlyList<Article>> WithEditedAsync(FeedDefinition feed, IReadOnlyList<Article> newest, CancellationToken cancellationToken)
    {
        var oldest = newest[^1].Published;
        var edited = await store.ListAsync(
            feed.Query with { EditedSince = oldest, To = oldest, Sort = ArticleSort.RecentlyUpdatedFirst, Position = null }, cancellationToken);
        if (edited.Articles.Count == 0) return newest;
        return
        [
            .. newest.Concat(edited.Articles).OrderByDescending(article => article.Updated).ThenByDescending(article => article.Published)
                .ThenByDescending(article => article.Id, StringComparer.Ordinal).Take(feed.Query.Limit)
                .OrderByDescending(article => article.Published).ThenByDescending(article => article.Id, StringComparer.Ordinal),
        ];
    }

    // The subscription document and the archives together hold every article, so what is in neither is in the open archive.
    private async ValueTask<string?> NewestArchiveAsync(
        FeedDefinition feed, ChangedTerm? term, IReadOnlyList<Article> shown, CancellationToken cancellationToken)
    {
        var open = await store.FindArchiveAsync(term, null, cancellationToken);
        var unfilled = await store.ListAsync(
            feed.Query with { Archive = open, Limit = ArticleQuery.MaxLimit, Bodies = ArticleBodies.None, Position = null }, cancellationToken);
        var ids = shown.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var isCovered = unfilled.Articles.All(article => ids.Contains(article.Id));
        return isCovered && open.After is null ? null : ArchiveQuery(feed, isCovered ? open.After : null);
    }

    private string ArchiveQuery(FeedDefinition feed, ArchiveEdge? edge) => Join(feed.Presentation, places.ArchiveParameter(edge, feed.Query));

    private string PageQuery(FeedDefinition feed, CursorPosition position) => Join(feed.QueryString, places.PageParameter(position, feed.Query));

    private string? PageQueryOrNull(FeedDefinition feed, CursorPosition? position) => position is { } place ? PageQuery(feed, place) : null;

    private static string Join(string query, string parameter) => query.Length == 0 ? parameter : $"{query}&{parameter}";
}

using FeedApi.Catalog;
using FeedApi.Feeds.History;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Feeds;

/// <summary>Reads the articles of one document of a feed, and its links to the rest of the feed.</summary>
internal sealed class FeedContents(FeedParts parts)
{
    /// <summary>The articles in the feed's order, when they last changed, and the feed as this document describes it.</summary>
    /// <param name="snapshot">The snapshot of the catalog.</param>
    /// <param name="feed">The whole feed.</param>
    /// <param name="term">The term whose feed it is; null for the site's.</param>
    /// <param name="place">The part of the feed.</param>
    /// <param name="format">JSON Feed has only pages, the others also archives.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async ValueTask<(IReadOnlyList<Article> Articles, DateTimeOffset ChangedAt, FeedDefinition Feed)> ReadAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, ChangedTerm? term,
        FeedPart place, FeedFormat format, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(place);
        if (place.Archive is { } asked) return await ReadArchiveAsync(snapshot, feed, term, asked, cancellationToken);
        if (place.IsOpenArchive) return await ReadOpenArchiveAsync(snapshot, feed, term, cancellationToken);
        var page = await snapshot.ListAsync(feed.Query with { Position = place.Page }, cancellationToken);
        var hasPages = feed.HasFilters || place.Page is not null || format == FeedFormat.Json;
        if (!hasPages && page.Next is not null)
        {
            var (shown, older, edge) = await DivideAsync(snapshot, feed, term, page.Articles, ArticleBodies.None, cancellationToken);
            var previous = older.Count > 0 ? ArchiveQuery(feed, null) : edge is not null ? ArchiveQuery(feed, edge) : null;
            return (shown, page.ChangedAt, feed with { History = new FeedHistory { PreviousArchive = previous } });
        }

        // On a page that others follow the lifted articles are shown in addition, so that all pages together are complete.
        var first = place.Page is null
            ? await LiftedArticles.OnTopAsync(snapshot, feed, page.Articles, LiftedArticles.Whole, cancellationToken)
            : page.Articles;
        return (first, page.ChangedAt, feed with
        {
            QueryString = place.Page is { } here ? PageQuery(feed, here) : feed.QueryString,
            HasFilters = hasPages,
            History = page.Next is null && place.Page is null
                ? FeedHistory.Whole
                : new FeedHistory { NextPage = PageQueryOrNull(feed, page.Next), PreviousPage = PageQueryOrNull(feed, page.Previous) },
        });
    }

    private async ValueTask<(IReadOnlyList<Article> Articles, DateTimeOffset ChangedAt, FeedDefinition Feed)> ReadArchiveAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, ChangedTerm? term, ArchiveEdge edge, CancellationToken cancellationToken)
    {
        var range = await snapshot.FindArchiveAsync(term, edge, cancellationToken);
        var page = await snapshot.ListAsync(feed.Query with { Archive = range, Limit = ArticleQuery.MaxLimit }, cancellationToken);
        return (page.Articles, page.ChangedAt, feed with
        {
            QueryString = ArchiveQuery(feed, edge),
            History = new FeedHistory
            {
                IsArchive = true,
                PreviousArchive = range.After is { } after ? ArchiveQuery(feed, after) : null,
                NextArchive = range.Next is { } next ? ArchiveQuery(feed, next) : null,
                Current = feed.Presentation,
            },
        });
    }

    private async ValueTask<(IReadOnlyList<Article> Articles, DateTimeOffset ChangedAt, FeedDefinition Feed)> ReadOpenArchiveAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, ChangedTerm? term, CancellationToken cancellationToken)
    {
        var page = await snapshot.ListAsync(feed.Query with { Bodies = ArticleBodies.None }, cancellationToken);
        var (_, older, edge) = await DivideAsync(snapshot, feed, term, page.Articles, feed.Query.Bodies, cancellationToken);
        return (older, page.ChangedAt, feed with
        {
            QueryString = ArchiveQuery(feed, null),
            History = new FeedHistory
            {
                IsArchive = true,
                PreviousArchive = edge is not null ? ArchiveQuery(feed, edge) : null,
                Current = feed.QueryString,
            },
        });
    }

    // The articles of the subscription document, those of the open archive, and the end of the archive before it. A reader that follows
    // all archives gets every article once: archives that overlap the subscription document are skipped.
    private static async ValueTask<(IReadOnlyList<Article> Shown, IReadOnlyList<Article> Older, ArchiveEdge? Edge)> DivideAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, ChangedTerm? term,
        IReadOnlyList<Article> newest, ArticleBodies bodies, CancellationToken cancellationToken)
    {
        if (newest.Count == 0) return (newest, [], null);
        var shown = await LiftedArticles.OnTopAsync(snapshot, feed, newest, feed.Query.Limit, cancellationToken);
        var edge = (await snapshot.FindArchiveAsync(term, null, cancellationToken)).After;
        while (edge is not null && !IsBefore(edge, newest[^1]))
            edge = (await snapshot.FindArchiveAsync(term, edge, cancellationToken)).After;
        var ids = shown.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var open = feed.Query with
        {
            Archive = new ArchiveRange(edge, null, null),
            Limit = ArticleQuery.MaxLimit + (2 * ArchiveRange.Articles),
            Bodies = bodies
        };
        var unfilled = await snapshot.ListAsync(open, cancellationToken);
        return (shown, [.. unfilled.Articles.Where(article => !ids.Contains(article.Id))], edge);
    }

    private static bool IsBefore(ArchiveEdge edge, Article article)
    {
        var published = article.Published.ToUnixTimeSeconds();
        return edge.Published < published || (edge.Published == published && string.CompareOrdinal(edge.Id, article.Id) < 0);
    }

    // The content of the open archive depends on the length of the feed.
    private string ArchiveQuery(FeedDefinition feed, ArchiveEdge? edge) =>
        Join(edge is null ? feed.QueryString : feed.Presentation, parts.ArchiveParameter(edge, feed.Query));

    private string PageQuery(FeedDefinition feed, CursorPosition position) =>
        Join(feed.QueryString, parts.PageParameter(position, feed.Query));

    private string? PageQueryOrNull(FeedDefinition feed, CursorPosition? position) => position is { } place ? PageQuery(feed, place) : null;

    private static string Join(string query, string parameter) => query.Length == 0 ? parameter : $"{query}&{parameter}";
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Filters;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Catalog.Sqlite.Search;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads pages of articles. Runs inside one read transaction, so that a page and its links show one revision.</summary>
internal static class SqlitePages
{
    // Counting the hits of a search may have to check every article.
    private const int MaxCounted = 10_000;

    /// <summary>One page, with the positions of the next and previous pages.</summary>
    public static ArticlePage Read(SqliteSession session, ArticleQuery query)
    {
        var (articles, next, previous) = query.Sort == ArticleSort.Relevance
            ? SqliteRelevance.Read(session, query)
            : ReadInOrder(session, query);
        return new ArticlePage(articles, next, previous, query.CountsTotal ? Count(session, query) : null, ChangedAt(session, query))
        {
            Facets = query.CountsFacets ? SqliteFacets.Read(session, query) : null,
            Copies = query.IsDeduplicated ? SqliteCopies.Read(session, [.. articles.Select(article => article.Id)]) : null,
            Groups = query.GroupBy is { } by ? SqliteFacets.Group(session, query, by) : null,
        };
    }

    private static (IReadOnlyList<Article> Articles, CursorPosition? Next, CursorPosition? Previous) ReadInOrder(
        SqliteSession session, ArticleQuery query)
    {
        var found = Rows(session, query, query.RandomSeed is null ? query.Limit + 1 : query.Limit);
        var hasMore = found.Count > query.Limit;
        if (hasMore) found.RemoveAt(query.Limit);
        var isBackward = query.Position is { IsBackward: true };
        if (isBackward) found.Reverse();
        var first = found.Count == 0 ? null : PositionOf(query, found[0].Article, isBackward: true);
        var last = found.Count == 0 ? null : PositionOf(query, found[^1].Article, isBackward: false);
        // After the positions: one whose bodies cannot be read is left out, and its page has its place all the same.
        Article[] articles = [.. found.Select(each => ArticleRows.WithBodies(session, each, query.Bodies)).OfType<Article>()];
        if (query.RandomSeed is not null) return (articles, null, null);
        var (previous, next) = isBackward
            ? (hasMore ? first : null, IfAny(session, query, last))
            : (query.Position is null ? null : IfAny(session, query, first), hasMore ? last : null);
        return (articles, next, previous);
    }

    private static List<ArticleRow> Rows(SqliteSession session, ArticleQuery query, int count)
    {
        if (query.Search is not null) return ArticleRows.Read(session, SqliteSearch.Rows(session, query, count));
        var (sql, values) = ArticleSelect.Page(session, query, count);
        return ArticleRows.Read(session, session.Query(sql, values));
    }

    private static CursorPosition? PositionOf(ArticleQuery query, Article article, bool isBackward)
    {
        var instant = query.Sort switch
        {
            ArticleSort.RecentlyUpdatedFirst => article.Updated,
            ArticleSort.RecentlyChangedFirst => article.Changed,
            ArticleSort.RecentlyPublicFirst => article.FirstPublic!.Value,
            _ => article.Published,
        };
        return new CursorPosition(instant.ToUnixTimeSeconds(), article.Id, isBackward);
    }

    private static CursorPosition? IfAny(SqliteSession session, ArticleQuery query, CursorPosition? position) =>
        position is not null && Rows(session, query with { Position = position }, 1).Count > 0 ? position : null;

    private static long Count(SqliteSession session, ArticleQuery query)
    {
        if (query.Search is not null) return SqliteSearch.Count(session, query, MaxCounted);
        if (!ReadCosts.HasConditions(query) && ReadCosts.IsAtMostOneTerm(query.Terms)) return KnownCount(session, query.Terms);
        var (sql, values) = ArticleSelect.Count(session, query);
        return (long)session.Scalar(sql, values)!;
    }

    private static long KnownCount(SqliteSession session, IReadOnlyList<TermFilter> terms) => terms is [var only]
        ? ResolvedFilter.Of(session, only).Count
        : SqliteState.Read(session).ArticleCount;

    // Every article added to, deleted from or changed in a selection updates a term of each required filter, so the oldest of
    // their changes bounds it.
    private static DateTimeOffset ChangedAt(SqliteSession session, ArticleQuery query)
    {
        var (changed, described) = SqliteState.TimesOf(session);
        foreach (var filter in query.Terms.Where(filter => !filter.IsExcluded))
        {
            var latest = filter.Slugs.Max(slug => SqliteTermReader.ChangedAt(session, filter.Kind, slug));
            if (latest < changed) changed = latest;
        }

        return Instant.From(Math.Max(changed, described));
    }
}

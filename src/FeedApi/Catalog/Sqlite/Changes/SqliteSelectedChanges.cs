using FeedApi.Catalog.Changes;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Filters;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Catalog.Sqlite.Search;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Changes;

/// <summary>Reads the changes of a selection of articles.</summary>
/// <remarks>
/// The log has one entry per article, its latest, so the walk through the articles that there were at the beginning is the log itself: one
/// that changes meanwhile moves to its end, and is read there.
/// </remarks>
internal static class SqliteSelectedChanges
{
    // Some milliseconds; a page may have fewer changes than asked for when most are of other articles.
    private const int MaxScanned = 10_000;
    private const int AtOnce = 1_000;

    /// <summary>At most <paramref name="limit"/> changes of the articles of a query.</summary>
    /// <param name="session">The connection, inside a read transaction.</param>
    /// <param name="query">The selection.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="until">The last change to read; null: the last that there is.</param>
    /// <param name="limit">Maximum number of changes.</param>
    public static ChangePage Read(SqliteSession session, ArticleQuery query, ChangePosition from, long? until, int limit)
    {
        var last = Math.Min(until ?? long.MaxValue, SqliteState.Read(session).Sequence);
        return from.IsWalk ? Walk(session, query, from, last, limit) : ReadLog(session, query, from.Sequence, last, limit);
    }

    private static ChangePage Walk(SqliteSession session, ArticleQuery query, ChangePosition from, long last, int limit)
    {
        List<(long Row, Change Change)> found = [];
        var (sql, values) = ArticleSelect.Walk(session, query, SqliteChangeLog.ColumnsOf("c"), from, limit);
        using (var rows = session.Query(sql, values))
        {
            while (rows.Read()) found.Add((rows.GetInt64(rows.FieldCount - 1), SqliteChangeLog.ReadRow(rows)));
        }

        var articles = ArticlesOf(session, query, found.ConvertAll(each => each.Row));
        SelectedChange[] changes = [.. found.Select(each => new SelectedChange(each.Change, articles[each.Row]))];
        return found.Count == limit
            ? new ChangePage(changes, new ChangePosition(found[^1].Change.Sequence, from.WalkEnd), IsComplete: false)
            : new ChangePage(changes, new ChangePosition(from.WalkEnd, 0), IsComplete: from.WalkEnd >= last);
    }

    private static ChangePage ReadLog(SqliteSession session, ArticleQuery query, long after, long last, int limit)
    {
        List<SelectedChange> changes = [];
        for (var scanned = 0; scanned < MaxScanned && after < last; scanned += AtOnce)
        {
            var batch = SqliteChangeLog.Read(session, after, AtOnce).Where(change => change.Sequence <= last).ToList();
            if (batch.Count == 0) break;
            var (selected, read) = Select(session, query, batch, limit - changes.Count);
            changes.AddRange(selected);
            after = read;
            if (changes.Count == limit && after < last) return new ChangePage(changes, new ChangePosition(after, 0), IsComplete: false);
            if (batch.Count < AtOnce) after = last;
        }

        return new ChangePage(changes, new ChangePosition(after, 0), IsComplete: after >= last);
    }

    // The changes that the selection sees, and the last one looked at.
    private static (List<SelectedChange> Selected, long Read) Select(
        SqliteSession session, ArticleQuery query, List<Change> batch, int room)
    {
        string[] ids = [.. batch.Where(change => change.Kind == ChangeKind.Upsert).Select(change => change.Id)];
        var rowOf = RowsOf(session, query, ids);
        List<(Change Change, long? Row)> seen = [];
        var read = 0L;
        foreach (var change in batch)
        {
            if (seen.Count == room) break;
            read = change.Sequence;
            var row = change.Kind == ChangeKind.Upsert && rowOf.TryGetValue(change.Id, out var found) ? found : (long?)null;
            if (row is not null || MayHaveBeenIn(query, change)) seen.Add((change, row));
        }

        var articles = ArticlesOf(session, query, [.. seen.Select(each => each.Row).OfType<long>()]);
        return (seen.ConvertAll(each => new SelectedChange(each.Change, each.Row is { } row ? articles[row] : null)), read);
    }

    private static Dictionary<string, long> RowsOf(SqliteSession session, ArticleQuery query, string[] ids)
    {
        var rowOf = new Dictionary<string, long>(StringComparer.Ordinal);
        if (ids.Length == 0) return rowOf;
        var (sql, values) = ArticleSelect.Ids(session, query with { Ids = ids });
        using var rows = session.Query(sql, values);
        while (rows.Read())
        {
            var row = rows.GetInt64(1);
            if (query.Search is null || SqliteSearch.IsHit(session, query, row)) rowOf[rows.GetString(0)] = row;
        }

        return rowOf;
    }

    // What cannot be read for now must not be taken for deleted.
    private static Dictionary<long, Article> ArticlesOf(SqliteSession session, ArticleQuery query, List<long> rows)
    {
        var articles = new Dictionary<long, Article>();
        foreach (var row in ArticleRows.Read(session, rows))
        {
            if (ArticleRows.WithBodies(session, row, query.Bodies) is { } article && !row.IsOutline) articles[row.Row] = article;
        }

        return articles.Count == rows.Count ? articles : throw new CatalogBusyException("Articles are still being rendered.");
    }

    // Every term that an article ever had is in its entry; sections and languages are not.
    private static bool MayHaveBeenIn(ArticleQuery query, Change change) => query.Terms.Where(filter => !filter.IsExcluded).All(
        filter => filter.Slugs.Any(slug => change.Terms.Contains(new ChangedTerm(filter.Kind, Slug.KeyOf(slug)))));
}

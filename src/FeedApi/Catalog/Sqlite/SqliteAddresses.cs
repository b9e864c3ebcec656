using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads the addresses of articles in the order of publication, some thousand at once.</summary>
internal static class SqliteAddresses
{
    private const string Columns =
        "SELECT a.id, a.path, a.title, a.language, a.published, a.published_offset, a.changed, a.details FROM articles a ";

    // What is skipped is skipped in the index.
    private const string SkipSql = Columns + "WHERE a.published >= $1 ORDER BY a.published, a.id LIMIT $2 OFFSET $3";

    private const string AfterSql = Columns + "WHERE (a.published, a.id) > ($1, $2) ORDER BY a.published, a.id LIMIT $3";

    /// <summary>The addresses of the oldest articles since an instant, after as many others.</summary>
    public static IReadOnlyList<ListedAddress> Read(SqliteSession session, DateTimeOffset? since, long skip, int limit) =>
        Read(session, SkipSql, since?.ToUnixTimeSeconds() ?? long.MinValue, limit, skip);

    /// <summary>The addresses of the articles that follow one.</summary>
    public static IReadOnlyList<ListedAddress> ReadAfter(SqliteSession session, ListedAddress last, int limit) =>
        Read(session, AfterSql, last.Published.ToUnixTimeSeconds(), last.Id, limit);

    private static List<ListedAddress> Read(SqliteSession session, string sql, params object[] values)
    {
        List<ListedAddress> found = [];
        using var rows = session.Query(sql, values);
        while (rows.Read())
        {
            var details = rows.IsDBNull(7) ? null : ArticleDetails.Read(rows.GetString(7));
            found.Add(new ListedAddress(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3),
                Instant.From(rows.GetInt64(4), rows.GetInt32(5)), Instant.From(rows.GetInt64(6)), details?.Image?.Url,
                details?.RedirectTo is not null));
        }

        return found;
    }
}

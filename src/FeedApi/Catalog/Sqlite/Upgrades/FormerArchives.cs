using FeedApi.Catalog.Sqlite.Connections;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>
/// Takes over from another index where archives end, which depends on the order in which posts came: what feeds link to stays as it is.
/// </summary>
internal static class FormerArchives
{
    private const string ReadSql =
        "SELECT e.published, e.id, t.kind, t.key FROM archive_edges e LEFT JOIN terms t ON t.term = e.term WHERE e.term = $1 OR t.term > 0";

    private const string WriteOfSiteSql = "INSERT OR IGNORE INTO archive_edges VALUES($1, $2, $3)";

    private const string WriteOfTermSql =
        "INSERT OR IGNORE INTO archive_edges SELECT term, $1, $2 FROM terms WHERE kind = $3 AND key = $4";

    /// <summary>Copies the edges of the site, and those of terms that the next index has too.</summary>
    /// <param name="former">A connection to the other index.</param>
    /// <param name="next">The writer's connection, inside a transaction.</param>
    public static void Copy(SqliteSession former, SqliteSession next)
    {
        using var rows = former.Query(ReadSql, SqliteArchives.Site);
        while (rows.Read())
        {
            var (published, id) = (rows.GetInt64(0), rows.GetString(1));
            if (rows.IsDBNull(2)) next.Run(WriteOfSiteSql, SqliteArchives.Site, published, id);
            else next.Run(WriteOfTermSql, published, id, rows.GetInt64(2), rows.GetString(3));
        }
    }
}

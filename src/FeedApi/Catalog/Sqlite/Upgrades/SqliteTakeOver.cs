using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Damage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>Takes over from another index what is not in the posts, as far as it can be read.</summary>
internal static class SqliteTakeOver
{
    // Sequences go on, so that no token of a client means another change than before.
    private const string StateSql = "SELECT revision, sequence, changed_at, described_at FROM state";

    private const string WriteStateSql =
        "UPDATE state SET revision = max(revision, $1), sequence = max(sequence, $2), changed_at = max(changed_at, $3), "
        + "described_at = max(described_at, $4)";

    // What an article has become since is known better here.
    private const string WriteTombstoneSql = """
        INSERT OR IGNORE INTO changes SELECT $1, $2, $3, $4, $5, $6, $7, $1, 0 WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = $3)
        ON CONFLICT(id) DO UPDATE SET sequence = $1, kind = $2, guid = $4, path = $5, terms = $6, at = $7 WHERE sequence < $1
        """;

    private const string WriteFormerPathSql =
        "INSERT OR IGNORE INTO former_paths SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM articles WHERE path = $1)";

    /// <summary>Copies the sequence of changes, tombstones, former paths and the edges of archives.</summary>
    /// <param name="path">The other index.</param>
    /// <param name="next">The index that goes on with its changes.</param>
    /// <param name="reserve">Number of sequences to leave out: a server that goes on with the other index may need them.</param>
    public static void Copy(string path, SqliteSession next, long reserve = 0)
    {
        using var former = FormerTables.Open(path);
        next.Run("BEGIN IMMEDIATE");
        try
        {
            Try(() => CopyState(former, next, reserve));
            Try(() => Copy(former, next, "SELECT path, source, id FROM former_paths", WriteFormerPathSql));
            Try(() => Copy(
                former,
                next,
                "SELECT sequence, kind, id, guid, path, terms, at FROM changes WHERE kind = 1 ORDER BY sequence",
                WriteTombstoneSql));
            Try(() => FormerArchives.Copy(former, next));
        }
        catch
        {
            next.Run("ROLLBACK");
            throw;
        }

        next.Run("COMMIT");
    }

    /// <summary>True when a failure tells that the other index is damaged, or has other tables.</summary>
    public static bool IsForeign(Exception failure) =>
        IndexDamage.IsDamage(failure) || failure is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR };

    private static void CopyState(SqliteSession former, SqliteSession next, long reserve)
    {
        using var row = former.Query(StateSql);
        if (!row.Read()) return;
        next.Run(WriteStateSql, row.GetInt64(0), row.GetInt64(1) + reserve, row.GetInt64(2), row.GetInt64(3));
    }

    private static void Copy(SqliteSession former, SqliteSession next, string select, string insert)
    {
        using var rows = former.Query(select);
        var values = new object?[rows.FieldCount];
        while (rows.Read())
        {
            for (var column = 0; column < values.Length; column++) values[column] = rows.IsDBNull(column) ? null : rows.GetValue(column);
            next.Run(insert, values);
        }
    }

    /// <summary>Reads from the other index as far as it can be read: what follows a page that is lost cannot be had.</summary>
    /// <returns>False when not all of it could be read; the rest is made of the posts.</returns>
    public static bool Try(Action copy)
    {
        try
        {
            copy();
            return true;
        }
        catch (SqliteException failure) when (IsForeign(failure))
        {
            return false;
        }
    }
}

using FeedApi.Catalog.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Damage;

/// <summary>Takes over from a damaged index what is not in the posts, as far as it can be read.</summary>
internal static class SqliteRebuild
{
    // Sequences go on, so that no token of a client means another change than before.
    private const string StateSql = "SELECT revision, sequence, changed_at, described_at FROM state";

    /// <summary>Copies the sequence of changes, tombstones and former paths.</summary>
    public static void TakeOver(SqliteSession damaged, SqliteSession next)
    {
        Try(() => CopyState(damaged, next));
        Try(() => Copy(
            damaged, next, "SELECT path, source, id FROM former_paths", "INSERT OR IGNORE INTO former_paths VALUES($1, $2, $3)"));
        Try(() => Copy(
            damaged,
            next,
            "SELECT sequence, kind, id, guid, path, terms, at FROM changes WHERE kind = 1 ORDER BY sequence",
            "INSERT OR IGNORE INTO changes VALUES($1, $2, $3, $4, $5, $6, $7)"));
    }

    private static void CopyState(SqliteSession damaged, SqliteSession next)
    {
        using var row = damaged.Query(StateSql);
        if (!row.Read()) return;
        next.Run(
            "UPDATE state SET revision = $1, sequence = $2, changed_at = $3, described_at = $4",
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
    }

    private static void Copy(SqliteSession damaged, SqliteSession next, string select, string insert)
    {
        using var rows = damaged.Query(select);
        var values = new object?[rows.FieldCount];
        while (rows.Read())
        {
            for (var column = 0; column < values.Length; column++) values[column] = rows.IsDBNull(column) ? null : rows.GetValue(column);
            next.Run(insert, values);
        }
    }

    // What follows a page that is lost cannot be had.
    private static void Try(Action copy)
    {
        try
        {
            copy();
        }
        catch (SqliteException failure) when (IndexDamage.IsDamage(failure))
        {
            // The rest is made of the posts.
        }
    }
}

using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using FeedApi.Site.Files;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Reads the records of source files from rows of the index.</summary>
internal static class SourceRows
{
    private const string Columns = "path, size, modified, hash, due_at, valid_from";

    /// <summary>The record of one file; null when there is none.</summary>
    public static SourceRecord? Find(SqliteSession session, string path)
    {
        using var rows = session.Query($"SELECT {Columns} FROM sources WHERE path = $1", path);
        return rows.Read() ? Read(rows) : null;
    }

    /// <summary>Files, by path.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="after">The path after which to start; empty for the first files.</param>
    /// <param name="limit">Maximum number of files.</param>
    public static IReadOnlyList<SourceRecord> ReadAfter(SqliteSession session, string after, int limit) =>
        Read(session, $"SELECT {Columns} FROM sources WHERE path > $1 ORDER BY path LIMIT $2", after, limit);

    /// <summary>The number of files.</summary>
    public static long Count(SqliteSession session) => (long)session.Scalar("SELECT count(*) FROM sources")!;

    /// <summary>The paths of files whose stem is in one of these buckets.</summary>
    public static IReadOnlyList<string> ListByStem(SqliteSession session, IReadOnlyList<long> buckets)
    {
        List<string> paths = [];
        foreach (var bucket in buckets)
        {
            using var rows = session.Query("SELECT path FROM sources WHERE stem = $1", bucket);
            while (rows.Read()) paths.Add(rows.GetString(0));
        }

        return paths;
    }

    /// <summary>The paths of files whose articles have an id or a guid.</summary>
    public static IReadOnlyList<string> ListHolders(SqliteSession session, string id, string guid)
    {
        List<string> paths = [];
        using var rows = session.Query("SELECT source FROM articles WHERE id_key = $1 OR guid = $2", PostStem.KeyOf(id), guid);
        while (rows.Read()) paths.Add(rows.GetString(0));
        return paths;
    }

    /// <summary>True when there is a file below a folder.</summary>
    public static bool HasBelow(SqliteSession session, string folder) =>
        // Every path below the folder sorts before the folder followed by 0, the character after the slash.
        session.Scalar("SELECT 1 FROM sources WHERE path > $1 AND path < $2 LIMIT 1", folder + "/", folder + "0") is not null;

    /// <summary>The files that wait for another file.</summary>
    public static IReadOnlyList<string> ListAwaiting(SqliteSession session, string path) =>
        Paths(session, "SELECT source FROM awaited_files WHERE path = $1", path);

    /// <summary>All files that others wait for.</summary>
    public static IReadOnlyList<string> ListAwaited(SqliteSession session) =>
        Paths(session, "SELECT DISTINCT path FROM awaited_files ORDER BY path");

    /// <summary>Files and folders that could not be read.</summary>
    public static IReadOnlyList<string> ListUnreadable(SqliteSession session, int limit) =>
        Paths(session, "SELECT DISTINCT source FROM problems WHERE code = $1 ORDER BY source LIMIT $2", ProblemCodes.Unreadable, limit);

    /// <summary>Files of articles of which only an outline is stored, the newest published first.</summary>
    public static IReadOnlyList<OutlinedSource> ListOutlines(SqliteSession session, OutlinedSource? before, int limit)
    {
        List<OutlinedSource> found = [];
        using var rows = before is { } last
            ? session.Query(
                "SELECT source, published, id, article FROM articles WHERE is_outline = 1 AND (published, id) < ($1, $2) "
                    + "ORDER BY published DESC, id DESC LIMIT $3",
                last.Published, last.Id, limit)
            : session.Query(
                "SELECT source, published, id, article FROM articles WHERE is_outline = 1 ORDER BY published DESC, id DESC LIMIT $1",
                limit);
        while (rows.Read()) found.Add(new OutlinedSource(rows.GetString(0), rows.GetInt64(1), rows.GetString(2), rows.GetInt64(3)));
        return found;
    }

    /// <summary>Scheduled files, the earliest first.</summary>
    public static IReadOnlyList<SourceRecord> ReadScheduled(SqliteSession session, int limit) =>
        Read(session, $"SELECT {Columns} FROM sources WHERE due_at IS NOT NULL ORDER BY due_at, path LIMIT $1", limit);

    private static List<string> Paths(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
    {
        List<string> paths = [];
        using var rows = session.Query(sql, values);
        while (rows.Read()) paths.Add(rows.GetString(0));
        return paths;
    }

    private static List<SourceRecord> Read(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
    {
        List<SourceRecord> sources = [];
        using var rows = session.Query(sql, values);
        while (rows.Read()) sources.Add(Read(rows));
        return sources;
    }

    private static SourceRecord Read(SqliteDataReader row) => new(
        new SourceStamp(new PostFile(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), row.GetString(3)),
        row.IsDBNull(4) ? null : Instant.From(row.GetInt64(4)),
        row.IsDBNull(5) ? null : Instant.From(row.GetInt64(5)));
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>
/// Compares an index that is complete now with the former one, before anyone has seen it, so that its change log goes on where the other
/// ended: what is as before keeps its place in the log, and what is gone gets a tombstone.
/// </summary>
/// <param name="next">The writer's connection, inside a transaction.</param>
/// <param name="hasSameSettings">True when both were rendered by the same version under the same settings of the site.</param>
/// <param name="now">Unix seconds.</param>
internal sealed class FormerChanges(SqliteSession next, bool hasSameSettings, long now)
{
    // Less than a megabyte of memory.
    private const int AtOnce = 2_000;

    private const string FormerSql = """
        SELECT c.sequence, c.id, c.guid, c.path, c.terms, c.at, a.hash, a.source, a.in_feeds, a.left_feeds,
          a.title, a.summary, a.updated, a.word_count, a.details, s.hash AS file, c.first, c.corrected, a.changed, a.first_public
        FROM changes c JOIN articles a ON a.id = c.id LEFT JOIN sources s ON s.path = a.source AND s.hash <> ''
        WHERE c.kind = 0 AND c.sequence > $1 AND c.sequence <= $2 ORDER BY c.sequence LIMIT $3
        """;

    // The hash of an article is another in a version that has other fields, though nobody sees a difference. An outline has none, nor what
    // the body gives; the file tells alone.
    private const string KeepSql = """
        UPDATE OR IGNORE changes SET sequence = $1, terms = $5, at = $6, first = $14, corrected = $15
        WHERE id = $2 AND kind = 0 AND EXISTS (
          SELECT 1 FROM articles n WHERE n.id = $2 AND n.guid = $3 AND n.path = $4 AND ((n.hash = $7 AND n.hash <> x'') OR (
            ((n.title = $8 AND n.summary = $9 AND n.updated = $10 AND n.word_count = $11 AND n.details IS $12)
              OR n.hash = x'' OR $7 = x'')
            AND $13 = (SELECT hash FROM sources WHERE path = n.source))))
        RETURNING 1
        """;

    private const string LeaveFeedsSql =
        "UPDATE articles SET left_feeds = coalesce($2, $3) WHERE id = $1 AND in_feeds = 0 AND left_feeds IS NULL";

    private const string FormerPathSql =
        "INSERT OR IGNORE INTO former_paths SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT 1 FROM articles WHERE path = $1)";

    // What is not as before was seen to change now.
    private const string ChangedNowSql =
        "UPDATE articles SET changed = $1 WHERE id IN (SELECT id FROM changes WHERE kind = 0 AND sequence > $2)";

    private const string LogOfChangedSql =
        "UPDATE changes SET first = $2, corrected = $3 WHERE id = $1 AND kind = 0";

    private readonly List<FormerRow> gone = [];
    private bool isWhole = true;

    /// <summary>Takes over the places in the log, as far as the former index can be read.</summary>
    /// <param name="former">The former index.</param>
    /// <param name="next">The writer's connection, inside the transaction that completes the new one.</param>
    /// <param name="rendering">The version of rendering of the new one.</param>
    /// <param name="fingerprint">The fingerprint of its site.</param>
    /// <param name="now">Unix seconds.</param>
    public static void TakeOver(FormerIndex former, SqliteSession next, int rendering, string fingerprint, long now)
    {
        ArgumentNullException.ThrowIfNull(former);
        var hasSameSettings = former.RenderedAs == RenderedAs.TextOf(rendering, fingerprint);
        new FormerChanges(next, hasSameSettings, now).TakeOver(former);
    }

    private void TakeOver(FormerIndex former)
    {
        long after = 0;
        while (Read(former, after) is [.., var last] rows)
        {
            foreach (var row in rows) TakeOver(row);
            after = last.Sequence;
        }

        if (gone.Count > 0) Bury();
        Try(former, session => FormerArchives.Copy(session, next));
        if (former.HasTokens) next.Run(ChangedNowSql, now, former.Sequence);
        // Otherwise some of what is gone may have no tombstone: no token of a client may be taken for one of this log.
        if (isWhole) Try(former, session => next.Run("UPDATE state SET generation = $1", SqliteState.Read(session).Generation));
    }

    private List<FormerRow> Read(FormerIndex former, long after)
    {
        List<FormerRow> found = [];
        Try(former, session =>
        {
            using var rows = session.Query(FormerSql, after, former.Sequence, AtOnce);
            while (rows.Read()) found.Add(FormerRow.Read(rows));
        });
        return found;
    }

    // A connection for each part: none is left open when writing fails. What cannot be read is told as changed.
    private void Try(FormerIndex former, Action<SqliteSession> read) => isWhole &= SqliteTakeOver.Try(() =>
    {
        using var session = FormerTables.Open(former.Path);
        read(session);
    });

    private void TakeOver(FormerRow row)
    {
        var isKept = next.Scalar(
            KeepSql, row.Sequence, row.Id, row.Guid, row.Path, row.Terms, row.At, row.Hash, row.Title, row.Summary, row.Updated,
            row.WordCount, row.Details, hasSameSettings ? row.FileHash : null, row.First, row.Corrected) is not null;
        if (row.LeftFeeds is not null || (row.IsInFeeds && !isKept)) next.Run(LeaveFeedsSql, row.Id, row.LeftFeeds, now);
        if (isKept)
        {
            next.Run("UPDATE articles SET changed = $2, first_public = $3 WHERE id = $1", row.Id, row.Changed, row.FirstPublic);
            return;
        }

        if (row.FirstPublic is { } first) next.Run("UPDATE articles SET first_public = $2 WHERE id = $1", row.Id, first);
        next.Run(LogOfChangedSql, row.Id, row.First, row.Corrected);
        next.Run(FormerPathSql, row.Path, row.Source, row.Id);
        if (next.Scalar("SELECT 1 FROM changes WHERE id = $1", row.Id) is null) gone.Add(row);
    }

    private void Bury()
    {
        var sequence = SqliteState.Read(next).Sequence;
        foreach (var row in gone)
        {
            next.Run(
                "INSERT INTO changes VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                ++sequence, (int)ChangeKind.Delete, row.Id, row.Guid, row.Path, row.Terms, now, row.First, row.Corrected);
        }

        SqliteState.Advance(next, sequence, articleDelta: 0, now);
    }

    private sealed record FormerRow(
        long Sequence, string Id, string Guid, string Path, string Terms, long At, byte[] Hash, string Source, bool IsInFeeds,
        long? LeftFeeds)
    {
        public required string Title { get; init; }

        public required string Summary { get; init; }

        public required long Updated { get; init; }

        public required long WordCount { get; init; }

        public required string? Details { get; init; }

        public required string? FileHash { get; init; }

        public required long First { get; init; }

        public required long Corrected { get; init; }

        public required long Changed { get; init; }

        public required long? FirstPublic { get; init; }

        public static FormerRow Read(SqliteDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt64(5),
            row.GetFieldValue<byte[]>(6), row.GetString(7), row.GetInt64(8) != 0, row.IsDBNull(9) ? null : row.GetInt64(9))
        {
            Title = row.GetString(10),
            Summary = row.GetString(11),
            Updated = row.GetInt64(12),
            WordCount = row.GetInt64(13),
            Details = row.IsDBNull(14) ? null : row.GetString(14),
            FileHash = row.IsDBNull(15) ? null : row.GetString(15),
            First = row.GetInt64(16),
            Corrected = row.GetInt64(17),
            Changed = row.GetInt64(18),
            FirstPublic = row.IsDBNull(19) ? null : row.GetInt64(19),
        };
    }
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads and writes the one row that describes the index as a whole.</summary>
internal static class SqliteState
{
    /// <summary>The state after the last commit.</summary>
    public static CatalogState Read(SqliteSession session)
    {
        using var row = session.Query(
            "SELECT revision, sequence, articles, max(changed_at, described_at), fingerprint, generation FROM state");
        row.Read();
        return new CatalogState(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), Instant.From(row.GetInt64(3)), row.IsDBNull(4) ? null : row.GetString(4),
            row.GetInt64(5));
    }

    /// <summary>The instant after which every published article is rendered and in the search; null when all are.</summary>
    public static DateTimeOffset? RenderedSince(SqliteSession session) =>
        session.Outlines is { Any: true }
        && session.Scalar("SELECT max(published) FROM articles WHERE is_outline = 1") is long newest ? Instant.From(newest) : null;

    /// <summary>When an article last changed, and when a description of terms or site last did, in Unix seconds.</summary>
    public static (long ChangedAt, long DescribedAt) TimesOf(SqliteSession session)
    {
        using var row = session.Query("SELECT changed_at, described_at FROM state");
        row.Read();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>Records a change set as a new revision.</summary>
    public static void Advance(SqliteSession session, long sequence, long articleDelta, long now) => session.Run(
        "UPDATE state SET revision = revision + 1, sequence = $1, articles = articles + $2, changed_at = max(changed_at, $3)",
        sequence,
        articleDelta,
        now);

    /// <summary>
    /// Records that documents may change although no article did: a term was renamed, or the site's settings changed.
    /// </summary>
    public static void Describe(SqliteSession session, long now) =>
        session.Run("UPDATE state SET described_at = max(described_at, $1)", now);
}

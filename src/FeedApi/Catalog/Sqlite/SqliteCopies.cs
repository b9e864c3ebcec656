using System.Globalization;
using FeedApi.Catalog.Similar;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite;

/// <summary>
/// Keeps the pairs of articles of which the later one is a copy of the earlier one: published at most three days apart, and alike by their
/// sketches.
/// </summary>
/// <remarks>
/// A pair depends on its two articles only, so the pairs are the same in whatever order articles are added, changed and deleted, and none
/// is ever judged again. The rows of the bands begin with the period, because a first index adds articles nearly by time: their pages are
/// written once.
/// </remarks>
internal static class SqliteCopies
{
    private const long WindowSeconds = 3 * 24 * 3_600;

    private const string CandidatesSql = """
        SELECT DISTINCT s.article, s.published, s.id, s.sketch FROM sketch_bands b JOIN sketches s ON s.article = b.article
        WHERE b.period BETWEEN $1 AND $2 AND b.band IN (SELECT value FROM json_each($3))
          AND s.published BETWEEN $4 AND $5 AND b.article <> $6
        """;

    private const string CopiesSql = """
        SELECT w.value, o.id, o.title, o.path FROM json_each($1) w JOIN articles a ON a.id = w.value
        JOIN copies c ON c.original = a.article JOIN articles o ON o.article = c.article ORDER BY w.key, o.published, o.id
        """;

    /// <summary>Stores the sketch of an article that has none yet, and the pairs it is in.</summary>
    public static void Put(SqliteSession session, long row, IndexedArticle indexed)
    {
        if (indexed.Sketch is not { } sketch) return;
        var (published, id) = (indexed.Article.Published.ToUnixTimeSeconds(), indexed.Article.Id);
        foreach (var (other, isEarlier) in PartnersOf(session, row, published, id, sketch))
            session.Run("INSERT OR IGNORE INTO copies VALUES($1, $2)", isEarlier ? row : other, isEarlier ? other : row);
        session.Run("INSERT OR REPLACE INTO sketches VALUES($1, $2, $3, $4)", row, published, id, sketch.ToArray());
        foreach (var band in sketch.Bands)
            session.Run("INSERT OR IGNORE INTO sketch_bands VALUES($1, $2, $3)", PeriodOf(published), band, row);
    }

    /// <summary>Deletes the sketch of an article, and its pairs.</summary>
    public static void Remove(SqliteSession session, long row)
    {
        (long Published, NearDuplicateSketch Sketch)? stored = null;
        using (var found = session.Query("SELECT published, sketch FROM sketches WHERE article = $1", row))
        {
            if (found.Read()) stored = (found.GetInt64(0), NearDuplicateSketch.From(found.GetFieldValue<byte[]>(1)));
        }

        if (stored is not var (published, sketch)) return;
        foreach (var band in sketch.Bands)
        {
            session.Run(
                "DELETE FROM sketch_bands WHERE period = $1 AND band = $2 AND article = $3", PeriodOf(published), band, row);
        }

        session.Run("DELETE FROM copies WHERE article = $1", row);
        session.Run("DELETE FROM copies WHERE original = $1", row);
        session.Run("DELETE FROM sketches WHERE article = $1", row);
    }

    /// <summary>The copies of articles, by the id of the original, the earliest first.</summary>
    public static ILookup<string, ArticleCopy> Read(SqliteSession session, IReadOnlyList<string> ids)
    {
        List<(string Original, ArticleCopy Copy)> found = [];
        using var rows = session.Query(CopiesSql, System.Text.Json.JsonSerializer.Serialize(ids));
        while (rows.Read()) found.Add((rows.GetString(0), new ArticleCopy(rows.GetString(1), rows.GetString(2), rows.GetString(3))));
        return found.ToLookup(each => each.Original, each => each.Copy, StringComparer.Ordinal);
    }

    private static List<(long Row, bool IsEarlier)> PartnersOf(
        SqliteSession session, long row, long published, string id, NearDuplicateSketch sketch)
    {
        List<(long Row, bool IsEarlier)> partners = [];
        var bands = string.Create(CultureInfo.InvariantCulture, $"[{string.Join(',', sketch.Bands)}]");
        using var rows = session.Query(
            CandidatesSql, PeriodOf(published - WindowSeconds), PeriodOf(published + WindowSeconds), bands,
            published - WindowSeconds, published + WindowSeconds, row);
        while (rows.Read())
        {
            if (!sketch.IsCopyOf(NearDuplicateSketch.From(rows.GetFieldValue<byte[]>(3)))) continue;
            var order = rows.GetInt64(1).CompareTo(published);
            if (order == 0) order = string.CompareOrdinal(rows.GetString(2), id);
            partners.Add((rows.GetInt64(0), order < 0));
        }

        return partners;
    }

    private static long PeriodOf(long published) => (long)Math.Floor((double)published / WindowSeconds);
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads the measurements for operators.</summary>
internal static class SqliteMeasures
{
    /// <summary>All measurements of one revision.</summary>
    public static CatalogMeasures Read(SqliteSession session)
    {
        var newest = session.Scalar("SELECT published FROM articles ORDER BY published DESC LIMIT 1") is long published
            ? Instant.From(published)
            : (DateTimeOffset?)null;
        var size = session.Scalar("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") as long? ?? 0;
        return new CatalogMeasures(SqliteState.Read(session), newest, size, ReadProblems(session));
    }

    private static List<ProblemCount> ReadProblems(SqliteSession session)
    {
        List<ProblemCount> counts = [];
        using var rows = session.Query("SELECT code, severity, count(*) FROM problems GROUP BY code, severity ORDER BY code, severity");
        while (rows.Read()) counts.Add(new ProblemCount(rows.GetString(0), (ProblemSeverity)rows.GetInt32(1), rows.GetInt64(2)));
        if (MergedTerms.Read(session).Count is > 0 and var merged)
            counts.Add(new ProblemCount(ProblemCodes.MergedTerm, ProblemSeverity.Warning, merged));
        return counts;
    }
}

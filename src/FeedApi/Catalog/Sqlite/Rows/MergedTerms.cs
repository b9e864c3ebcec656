using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The problems of terms of several names that differ in punctuation, one for each name that is not shown.</summary>
internal static class MergedTerms
{
    private const string SourceSql = """
        SELECT a.source FROM order_terms o JOIN article_terms r ON r.article = o.article AND r.term = o.term
        JOIN articles a ON a.article = o.article WHERE o.term = $1 AND r.name = $2 ORDER BY o.published DESC, o.id DESC LIMIT 1
        """;

    /// <summary>The problems of all terms, each with the newest post that has the name.</summary>
    public static IReadOnlyList<Problem> Read(SqliteSession session)
    {
        List<long> merged = [];
        using (var rows = session.Query("SELECT term FROM terms WHERE is_merged = 1"))
        {
            while (rows.Read()) merged.Add(rows.GetInt64(0));
        }

        return [.. merged.SelectMany(term => Read(session, term))];
    }

    /// <summary>The problems of one term.</summary>
    public static IReadOnlyList<Problem> Read(SqliteSession session, long term)
    {
        using var row = session.Query("SELECT kind, key, name FROM terms WHERE term = $1", term);
        return row.Read() ? [.. Read(session, term, (TermKind)row.GetInt32(0), row.GetString(1), row.GetString(2))] : [];
    }

    private static IEnumerable<Problem> Read(SqliteSession session, long term, TermKind kind, string key, string shown)
    {
        List<string> names = [];
        using (var rows = session.Query("SELECT name FROM spellings WHERE term = $1 GROUP BY name ORDER BY sum(count) DESC, name", term))
        {
            while (rows.Read()) names.Add(rows.GetString(0));
        }

        foreach (var group in MergedNames.Of(key, names).Where(group => !group.Contains(shown, StringComparer.Ordinal)))
        {
            var name = group.First();
            if (session.Scalar(SourceSql, term, name) is string source) yield return MergedNames.ProblemOf(kind, name, shown, source);
        }
    }
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Reads problems from rows of the index.</summary>
internal static class ProblemRows
{
    private const string Columns = "code, severity, source, line, column, message, action";

    /// <summary>The problems of one file, in their order.</summary>
    public static IReadOnlyList<Problem> Read(SqliteSession session, string source) =>
        ReadAll(session.Query($"SELECT {Columns} FROM problems WHERE source = $1 ORDER BY position", source));

    /// <summary>All problems, by file and in their order.</summary>
    public static IReadOnlyList<Problem> ReadAll(SqliteSession session) =>
        ReadAll(session.Query($"SELECT {Columns} FROM problems ORDER BY source, position"));

    /// <summary>Some problems: those of the files saved last first.</summary>
    public static IReadOnlyList<Problem> ReadNewest(SqliteSession session, int limit) => ReadAll(session.Query(
        $"SELECT {Columns} FROM problems p JOIN sources s ON s.path = p.source ORDER BY s.modified DESC, source, position LIMIT $1",
        limit));

    /// <summary>The problems of a file of which an earlier version stays published.</summary>
    public static IReadOnlyList<Problem> KeepingLastVersion(IEnumerable<Problem> problems) =>
    [
        .. problems.Select(problem => problem.Severity == ProblemSeverity.Error
            ? problem with { Action = "The last good version stays published." }
            : problem),
    ];

    private static List<Problem> ReadAll(SqliteDataReader rows)
    {
        List<Problem> problems = [];
        using (rows)
        {
            while (rows.Read())
            {
                problems.Add(new Problem(
                    rows.GetString(0),
                    (ProblemSeverity)rows.GetInt32(1),
                    rows.GetString(2),
                    NumberOrNull(rows, 3),
                    NumberOrNull(rows, 4),
                    rows.GetString(5),
                    rows.GetString(6)));
            }
        }

        return problems;
    }

    private static int? NumberOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}

using FeedApi.Catalog.Sqlite.Connections;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>Shows the tables of a former version to whoever reads as those of the present one, so that one statement is for both.</summary>
internal static class FormerTables
{
    /// <summary>The first version with <c>articles.is_outline</c>; before it, an article was rendered before it was stored.</summary>
    private const int FirstWithOutlines = 13;

    /// <summary>The first version with <c>articles.changed</c> and what belongs to it; before it no token was given out.</summary>
    public const int FirstWithTokens = 14;

    /// <summary>The first version with <c>articles.first_public</c>; before it, that was not remembered.</summary>
    private const int FirstWithFirstPublic = 15;

    private const string TablesBeforeFirstPublic =
        "CREATE TEMP VIEW articles AS SELECT *, NULL AS first_public FROM main.articles;";

    // A view of the connection's own hides the table of its name, and SQLite reads through it as if it were not there.
    private const string TablesBeforeTokens = """
        CREATE TEMP VIEW articles AS SELECT *, max(published, updated) AS changed,
          coalesce((details LIKE '%"Image":{%') + 2 * (details LIKE '%"Enclosures":[%') + 4 * (details LIKE '%"Ai":{%'), 0) AS has,
          NULL AS first_public {0} FROM main.articles;
        CREATE TEMP VIEW changes AS SELECT *, sequence AS first, 0 AS corrected FROM main.changes;
        CREATE TEMP VIEW state AS SELECT *, 0 AS generation FROM main.state;
        CREATE TEMP VIEW copies AS SELECT 0 AS article, 0 AS original WHERE 0;
        CREATE TEMP VIEW order_fields AS SELECT '' AS field, 0 AS value, 0 AS published, '' AS id, 0 AS article WHERE 0;
        """;

    /// <summary>Opens an index of any version, to be looked at as if its tables were the present ones.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It is missing, damaged, or not an index.</exception>
    public static SqliteSession Open(string path) => SqliteSession.Open(path, isReader: true, tables: ScriptFor(SchemaOf(path)));

    /// <summary>What a connection runs before it reads tables of a version; empty for those of the present one.</summary>
    public static string ScriptFor(int schema) =>
        schema >= FirstWithFirstPublic ? ""
        : schema >= FirstWithTokens ? TablesBeforeFirstPublic
        : TablesBeforeTokens.Replace("{0}", schema < FirstWithOutlines ? ", 0 AS is_outline" : "", StringComparison.Ordinal);

    /// <summary>The version of the tables of an index; 0 when it has none.</summary>
    public static int SchemaOf(string path)
    {
        using var session = SqliteSession.Open(path, isReader: true);
        return session.Scalar("PRAGMA user_version") is long version ? SqliteSchema.SchemaOf(version) : 0;
    }

    /// <summary>True when some articles of an index are not rendered yet.</summary>
    /// <param name="session">A connection to it.</param>
    /// <param name="schema">The version of its tables.</param>
    public static bool HasOutlines(SqliteSession session, int schema) =>
        schema >= FirstWithOutlines && session.Scalar("SELECT 1 FROM articles WHERE is_outline = 1 LIMIT 1") is not null;
}

using FeedApi.Catalog.Sqlite.Connections;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>Shows the tables of a former version to whoever reads as those of the present one, so that one statement is for both.</summary>
internal static class FormerTables
{
    /// <summary>The first version with <c>articles.is_outline</c>; before it, an article was rendered before it was stored.</summary>
    private const int FirstWithOutlines = 13;

    // A view of the connection's own hides the table of its name, and SQLite reads through it as if it were not there.
    private const string ArticlesBeforeOutlines = "CREATE TEMP VIEW articles AS SELECT *, 0 AS is_outline FROM main.articles;";

    /// <summary>What a connection runs before it reads tables of a version; empty for those of the present one.</summary>
    public static string ScriptFor(int schema) => schema < FirstWithOutlines ? ArticlesBeforeOutlines : "";

    /// <summary>True when some articles of an index are not rendered yet.</summary>
    /// <param name="session">A connection to it.</param>
    /// <param name="schema">The version of its tables.</param>
    public static bool HasOutlines(SqliteSession session, int schema) =>
        schema >= FirstWithOutlines && session.Scalar("SELECT 1 FROM articles WHERE is_outline = 1 LIMIT 1") is not null;
}

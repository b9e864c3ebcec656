using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The paths that articles had before, so that they redirect. One instance per change set.</summary>
/// <remarks>
/// A path is kept with the file and the id of its article: it follows the file when the id changes, and the id when the file moves. It
/// stays while the article is hidden or deleted, in case it comes back.
/// </remarks>
internal sealed class SqliteFormerPaths(SqliteSession session)
{
    /// <summary>Selects the article that had path $1.</summary>
    public const string ArticleSql = $"""
        SELECT {ArticleRows.Columns} FROM former_paths f JOIN articles a ON a.article = coalesce(
          (SELECT article FROM articles WHERE source = f.source), (SELECT article FROM articles WHERE id = f.id)) WHERE f.path = $1
        """;

    /// <summary>Every former path of a published article, with its present one.</summary>
    public static IReadOnlyList<(string Former, string Path)> List(SqliteSession session)
    {
        using var row = session.Query("""
            SELECT f.path, a.path FROM former_paths f JOIN articles a ON a.article = coalesce(
              (SELECT article FROM articles WHERE source = f.source), (SELECT article FROM articles WHERE id = f.id)) ORDER BY f.path
            """);
        List<(string Former, string Path)> all = [];
        while (row.Read()) all.Add((row.GetString(0), row.GetString(1)));
        return all;
    }

    // Nothing needs to be dropped in a first scan, which would take a statement for every article.
    private bool? hasAny;

    /// <summary>Notes that an article leaves its path.</summary>
    public void Leave(StoredArticle article)
    {
        session.Run("INSERT OR REPLACE INTO former_paths VALUES($1, $2, $3)", article.Path, article.Source, article.Id);
        hasAny = true;
    }

    /// <summary>Drops a path that an article has now.</summary>
    public void Take(string path)
    {
        hasAny ??= session.Scalar("SELECT 1 FROM former_paths LIMIT 1") is not null;
        if (hasAny.Value) session.Run("DELETE FROM former_paths WHERE path = $1", path);
    }
}

using System.Text;
using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The files made of articles; one that several articles have is stored with each, and goes with the last of them.</summary>
internal static class SqliteDerivedFiles
{
    /// <summary>Stores the files of an article that has none yet.</summary>
    public static void Put(SqliteSession session, long article, IReadOnlyList<DerivedFile> files)
    {
        foreach (var file in files)
            session.Run("INSERT OR IGNORE INTO derived_files VALUES($1, $2, $3)", file.Name, article, Encoding.UTF8.GetBytes(file.Content));
    }

    /// <summary>Deletes the files of an article.</summary>
    public static void Remove(SqliteSession session, long article) =>
        session.Run("DELETE FROM derived_files WHERE article = $1", article);

    /// <summary>A file by its name; null when no article has it.</summary>
    public static StoredFile? Find(SqliteSession session, string name)
    {
        using var rows = session.Query(
            "SELECT f.content, a.id, a.updated FROM derived_files f JOIN articles a ON a.article = f.article WHERE f.name = $1 "
                + "ORDER BY a.article LIMIT 1",
            name);
        if (rows.Read()) return new StoredFile(rows.GetFieldValue<byte[]>(0), rows.GetString(1), Instant.From(rows.GetInt64(2)));
        if (session.Outlines is { Any: true } outlines && OfRendered(outlines, name) is { } rendered) return rendered;
        OutlineRows.ThrowIfAny(session);
        return null;
    }

    private static StoredFile? OfRendered(OutlinedArticles outlines, string name)
    {
        foreach (var article in outlines.Rendered.Select(each => each.Article))
        {
            if (article.Files.FirstOrDefault(file => file.Name == name) is { } file)
                return new StoredFile(Encoding.UTF8.GetBytes(file.Content), article.Id, article.Updated);
        }

        return null;
    }
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Writes the values of articles by which clients can filter.</summary>
internal static class SqliteFieldValues
{
    /// <summary>Stores the values of an article that has none yet.</summary>
    public static void Put(SqliteSession session, long row, Article article)
    {
        foreach (var field in article.Fields)
        {
            session.Run(
                "INSERT OR IGNORE INTO order_fields VALUES($1, $2, $3, $4, $5)",
                field.Field, field.Value, article.Published.ToUnixTimeSeconds(), article.Id, row);
        }
    }

    /// <summary>Gives the values of an article its new id.</summary>
    public static void Rename(SqliteSession session, long row, string id) =>
        session.Run("UPDATE order_fields SET id = $1 WHERE article = $2", id, row);

    /// <summary>Deletes the values of an article.</summary>
    public static void Remove(SqliteSession session, long row) => session.Run("DELETE FROM order_fields WHERE article = $1", row);
}

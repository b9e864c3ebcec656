using System.Text.Json;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads which articles are translations of one another.</summary>
internal static class SqliteTranslations
{
    // Bounds an answer when a site gives all its posts one key.
    private const int MaxArticles = 10_000;

    private const string Sql = """
        SELECT a.translation_key, a.id, a.path, a.language FROM json_each($1) wanted
        JOIN articles a ON a.translation_key = wanted.value
        WHERE EXISTS (SELECT 1 FROM articles b WHERE b.translation_key = a.translation_key AND b.article <> a.article)
        ORDER BY a.translation_key, a.language, a.published DESC, a.id LIMIT $2
        """;

    /// <summary>All articles with any of the keys, by key and language; none for a key that only one article has.</summary>
    public static IReadOnlyList<Translation> List(SqliteSession session, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0) return [];
        List<Translation> found = [];
        using var rows = session.Query(Sql, JsonSerializer.Serialize(keys.Distinct(StringComparer.Ordinal)), MaxArticles);
        while (rows.Read()) found.Add(new Translation(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3)));
        return found;
    }
}

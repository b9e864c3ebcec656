using System.Text;
using FeedApi.Rendering;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Keeps the search index of the articles.</summary>
internal sealed class SqliteSearchWriter(SqliteSession session)
{
    private const string BlockSql = """
        INSERT INTO search_blocks VALUES($1, $2, $2, $3) ON CONFLICT(block) DO UPDATE SET
          oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest), updated = max(updated, excluded.updated)
        """;

    /// <summary>Makes an article findable under its tokens and its terms, which it must have by now.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="article">The article.</param>
    /// <param name="tokens">Its tokens (<see cref="Search.SearchText"/>).</param>
    public void Put(long row, Article article, string tokens)
    {
        var all = new StringBuilder(tokens).Append(SqliteSearch.EveryArticle);
        using (var terms = session.Query("SELECT DISTINCT term FROM article_terms WHERE article = $1", row))
        {
            while (terms.Read()) all.Append(' ').Append(SqliteSearch.TermToken(terms.GetInt64(0)));
        }

        session.Run("INSERT INTO search(rowid, tokens) VALUES($1, $2)", row, all.ToString());
        // Bounds only ever widen: an article that leaves makes them a little loose.
        session.Run(BlockSql, row / SqliteSearch.BlockArticles, article.Published.ToUnixTimeSeconds(), article.Updated.ToUnixTimeSeconds());
    }

    /// <summary>Takes an article out.</summary>
    public void Remove(long row) => session.Run("DELETE FROM search WHERE rowid = $1", row);
}

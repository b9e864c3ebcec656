using System.Text;
using FeedApi.Catalog.Search;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>Writes the search index of the articles.</summary>
/// <remarks>
/// FTS5 flushes its memory whenever another statement of the transaction needs a savepoint, so its own statements are run
/// together, at the end of the transaction or a thousand at a time: this halves the time of indexing.
/// </remarks>
internal sealed class SqliteSearchWriter(SqliteSession session)
{
    private const string BlockSql = """
        INSERT INTO search_blocks VALUES($1, $2, $2, $3) ON CONFLICT(block) DO UPDATE SET
          oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest), updated = max(updated, excluded.updated)
        """;

    // Their tokens take some megabytes.
    private const int MaxPending = 1_000;

    // The tokens of changed rows; null for a row that is only to be deleted.
    private readonly Dictionary<long, string?> pending = [];
    private readonly HashSet<long> known = [];

    /// <summary>Indexes an article under its tokens and its terms, which must already be stored.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="article">The article.</param>
    /// <param name="text">Its search tokens.</param>
    public void Put(long row, Article article, SearchText text)
    {
        var more = new StringBuilder().Append(SqliteSearch.EveryArticle);
        using (var terms = session.Query("SELECT DISTINCT term FROM article_terms WHERE article = $1", row))
        {
            while (terms.Read()) more.Append(' ').Append(SqliteSearch.TermToken(terms.GetInt64(0)));
        }

        foreach (var file in article.LinkedFiles) more.Append(' ').Append(SqliteFileLinks.TokenOf(file));
        pending[row] = string.Concat(text.Tokens, more.ToString());
        var (published, updated) = (article.Published.ToUnixTimeSeconds(), article.Updated.ToUnixTimeSeconds());
        session.Run("INSERT OR REPLACE INTO search_rows VALUES($1, $2, $3, $4)", row, published, updated, text.Sieve);
        // Bounds only widen: after a deletion they are a little loose.
        session.Run(BlockSql, row / SqliteSearch.BlockArticles, published, updated);
        if (pending.Count >= MaxPending) Flush();
    }

    /// <summary>Deletes an article from the index.</summary>
    /// <param name="row">Its row, which must be indexed.</param>
    public void Remove(long row)
    {
        // A row added since the last flush is not in the index yet.
        if (!pending.TryGetValue(row, out var tokens) || tokens is null || known.Contains(row)) known.Add(row);
        pending[row] = null;
        session.Run("DELETE FROM search_rows WHERE article = $1", row);
    }

    /// <summary>Writes the pending changes; must be called before the transaction is committed.</summary>
    public void Flush()
    {
        foreach (var row in known) session.Run("DELETE FROM search WHERE rowid = $1", row);
        foreach (var (row, tokens) in pending.OrderBy(each => each.Key))
        {
            if (tokens is not null) session.Run("INSERT INTO search(rowid, tokens) VALUES($1, $2)", row, tokens);
        }

        pending.Clear();
        known.Clear();
    }
}

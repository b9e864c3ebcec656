using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>
/// Finds articles similar to another one, by the tokens of its title, weighted by rarity, and by its terms.
/// </summary>
internal static class SqliteRelated
{
    // The newest articles of each token and term; more would only add less similar ones.
    private const int Candidates = 60;
    private const int MaxTokens = 24;
    private const double TermWeight = 0.5;

    private const string HitsSql = "SELECT rowid FROM search WHERE search MATCH $1 ORDER BY rowid DESC LIMIT $2";

    /// <summary>The articles, the most similar first; null when there is no article with the id.</summary>
    public static IReadOnlyList<Article>? Read(SqliteSession session, string id, int limit)
    {
        if (session.Scalar("SELECT article FROM articles WHERE id = $1", id) is not long row) return null;
        var title = (string)session.Scalar("SELECT title FROM articles WHERE article = $1", row)!;
        var scores = new Dictionary<long, double>();
        foreach (var token in TokensOf(title)) Add(scores, session, token, 1);
        foreach (var term in TermsOf(session, row)) Add(scores, session, SqliteSearch.TermToken(term), TermWeight);
        scores.Remove(row);
        return ArticleRows.ReadAll(session, BestOf(session, scores, limit), ArticleBodies.None);
    }

    // Ties go to the newest article: the order of rows depends on which was written first.
    private static List<long> BestOf(SqliteSession session, Dictionary<long, double> scores, int limit)
    {
        var minScore = scores.Values.OrderDescending().Take(limit).LastOrDefault();
        return
        [
            .. scores.Where(each => each.Value >= minScore)
                .Select(each => (Row: each.Key, Score: each.Value, SortKey: SortKeyOf(session, each.Key)))
                .OrderByDescending(each => each.Score).ThenByDescending(each => each.SortKey.Published)
                .ThenByDescending(each => each.SortKey.Id, StringComparer.Ordinal).Take(limit).Select(each => each.Row),
        ];
    }

    private static (long Published, string Id) SortKeyOf(SqliteSession session, long row)
    {
        using var rows = session.Query("SELECT published, id FROM articles WHERE article = $1", row);
        return rows.Read() ? (rows.GetInt64(0), rows.GetString(1)) : (0, "");
    }

    // A rare token or term is more significant.
    private static void Add(Dictionary<long, double> scores, SqliteSession session, string token, double weight)
    {
        List<long> rows = [];
        using (var hits = session.Query(HitsSql, $"\"{token}\"", Candidates))
        {
            while (hits.Read()) rows.Add(hits.GetInt64(0));
        }

        foreach (var row in rows) scores[row] = scores.GetValueOrDefault(row) + (weight / Math.Log(1 + rows.Count));
    }

    private static IEnumerable<string> TokensOf(string title)
    {
        var tokens = new List<string>();
        Span<char> buffer = stackalloc char[SearchTokenReader.TokenChars];
        var reader = new SearchTokenReader(title, buffer);
        // A single letter or ideograph is not significant.
        while (reader.Read() && tokens.Count < MaxTokens)
        {
            if (reader.Token.Length > 1) tokens.Add(reader.Token.ToString());
        }

        return tokens.Distinct(StringComparer.Ordinal);
    }

    private static List<long> TermsOf(SqliteSession session, long row)
    {
        List<long> terms = [];
        using var rows = session.Query(
            "SELECT DISTINCT r.term FROM article_terms r JOIN terms t ON t.term = r.term WHERE r.article = $1 AND t.kind <> $2",
            row,
            (int)TermKind.Author);
        while (rows.Read()) terms.Add(rows.GetInt64(0));
        return terms;
    }
}

using FeedApi.Catalog.Search;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Filters;
using FeedApi.Queries;
using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>
/// A search as an FTS5 expression, and the clauses left to check in the texts. User input is passed only as quoted tokens, so
/// it contains no operators.
/// </summary>
/// <param name="Expression">The FTS5 expression.</param>
/// <param name="Checked">Clauses that an article matching the expression may still lack, or may contain despite an exclusion.</param>
internal sealed record SqliteMatch(string Expression, IReadOnlyList<SearchClause> Checked)
{
    // FTS5 merges all tokens with one prefix before it returns the first article: this many cost some
    // milliseconds, those of 的 a second.
    private const int MaxOfPrefix = 20_000;

    private const string PrefixSql = "SELECT doc FROM search_tokens WHERE term >= $1 AND term < $1 || char(1114111)";

    private static readonly string TitleMark = SearchText.TitleMark.ToString();

    /// <summary>The match; null when nothing can match.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="query">The query.</param>
    /// <param name="isInTitle">True: all words must be in the title.</param>
    public static SqliteMatch? Of(SqliteSession session, ArticleQuery query, bool isInTitle)
    {
        if (query.Search is not { Clauses.Count: > 0 } search) return null;
        var (wanted, unwanted, left) = (new List<string>(), new List<string>(), new List<SearchClause>());
        foreach (var clause in search.Clauses)
        {
            var mark = isInTitle && !clause.IsExcluded ? TitleMark : "";
            var isCommon = clause.IsPrefix && IsCommon(session, mark + clause.Tokens[^1]);
            if (isCommon || clause.NeedsCheck) left.Add(clause);
            // An article with the tokens of an excluded phrase need not contain the phrase: its text must be checked.
            if (clause.IsExcluded && (isCommon || clause.NeedsCheck)) continue;
            if (!isCommon || clause.Tokens.Count > 1) (clause.IsExcluded ? unwanted : wanted).Add(AllOf(clause, mark, isCommon));
        }

        if (!AddTerms(session, query, wanted, unwanted)) return null;
        if (wanted.Count == 0) wanted.Add(Quote(SqliteSearch.EveryArticle.ToString()));
        var all = string.Join(" AND ", wanted.Select(each => $"({each})"));
        return new SqliteMatch(
            unwanted.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", unwanted.Select(each => $"({each})"))})", left);
    }

    private static bool AddTerms(SqliteSession session, ArticleQuery query, List<string> wanted, List<string> unwanted)
    {
        foreach (var filter in query.Terms)
        {
            var terms = ResolvedFilter.Of(session, filter).Terms;
            if (terms.Count == 0 && !filter.IsExcluded) return false;
            if (terms.Count > 0)
                (filter.IsExcluded ? unwanted : wanted).Add(string.Join(" OR ", terms.Select(term => Quote(SqliteSearch.TermToken(term)))));
        }

        return true;
    }

    private static bool IsCommon(SqliteSession session, string prefix)
    {
        var articles = 0L;
        using var tokens = session.Query(PrefixSql, prefix);
        while (articles <= MaxOfPrefix && tokens.Read()) articles += tokens.GetInt64(0);
        return articles > MaxOfPrefix;
    }

    private static string AllOf(SearchClause clause, string mark, bool isCommon) => string.Join(
        " AND ",
        clause.Tokens.SkipLast(isCommon ? 1 : 0)
            .Select((token, index) => Quote(mark + token) + (clause.IsPrefix && index == clause.Tokens.Count - 1 ? "*" : "")));

    private static string Quote(string token) => $"\"{token}\"";
}

using FeedApi.Catalog.Search;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Writes a search as FTS5 wants it. What a user wrote gets there as quoted tokens only, so nothing in it is an operator.</summary>
internal static class SqliteMatch
{
    /// <summary>The expression; null when nothing can match.</summary>
    public static string? Of(SqliteSession session, ArticleQuery query)
    {
        if (query.Search is not { Clauses.Count: > 0 } search) return null;
        List<string> wanted = [.. search.Clauses.Where(clause => !clause.IsExcluded).Select(AllOf)];
        // That the tokens of an excluded phrase are there does not mean that the phrase is: the text tells.
        List<string> unwanted = [.. search.Clauses.Where(clause => clause is { IsExcluded: true, NeedsCheck: false }).Select(AllOf)];
        foreach (var filter in query.Terms)
        {
            var terms = ArticleSelect.TermsOf(session, filter);
            if (terms.Count == 0 && !filter.IsExcluded) return null;
            if (terms.Count > 0) (filter.IsExcluded ? unwanted : wanted).Add(string.Join(" OR ", terms.Select(term => Quote(SqliteSearch.TermToken(term)))));
        }

        if (wanted.Count == 0) wanted.Add(Quote(SqliteSearch.EveryArticle.ToString()));
        var all = string.Join(" AND ", wanted.Select(each => $"({each})"));
        return unwanted.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", unwanted.Select(each => $"({each})"))})";
    }

    private static string AllOf(SearchClause clause) =>
        string.Join(" AND ", clause.Tokens.Select((token, index) => Quote(token) + (clause.IsPrefix && index == clause.Tokens.Count - 1 ? "*" : "")));

    private static string Quote(string token) => $"\"{token}\"";
}

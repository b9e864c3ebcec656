using FeedApi.Catalog.Search;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Writes a search as FTS5 wants it. What a user wrote gets there as quoted tokens only, so nothing in it is an operator.</summary>
internal static class SqliteMatch
{
    private static readonly string TitleMark = SearchText.TitleMark.ToString();

    /// <summary>The expression; null when nothing can match.</summary>
    /// <param name="session">Where terms are looked up.</param>
    /// <param name="query">The selection.</param>
    /// <param name="isInTitle">True: all words must be in the title.</param>
    public static string? Of(SqliteSession session, ArticleQuery query, bool isInTitle)
    {
        if (query.Search is not { Clauses.Count: > 0 } search) return null;
        List<string> wanted = [.. search.Clauses.Where(clause => !clause.IsExcluded).Select(clause => AllOf(clause, isInTitle ? TitleMark : ""))];
        // That the tokens of an excluded phrase are there does not mean that the phrase is: the text tells.
        List<string> unwanted = [.. search.Clauses.Where(clause => clause is { IsExcluded: true, NeedsCheck: false }).Select(clause => AllOf(clause, ""))];
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

    private static string AllOf(SearchClause clause, string mark) =>
        string.Join(" AND ", clause.Tokens.Select((token, index) => Quote(mark + token) + (clause.IsPrefix && index == clause.Tokens.Count - 1 ? "*" : "")));

    private static string Quote(string token) => $"\"{token}\"";
}

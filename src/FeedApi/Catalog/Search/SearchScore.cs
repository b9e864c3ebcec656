using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>The relevance of an article to a search: BM25 for candidates that all have every word.</summary>
/// <remarks>
/// A word that every candidate has does not distinguish them, so there is no weight for rarity. A match in the title weighs twice the
/// maximum of a text, in which each further occurrence adds less, and less still the longer the text is.
/// </remarks>
internal static class SearchScore
{
    private const double TitleWeight = 2;
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const double TypicalChars = 1_000;

    // Beyond this count the score hardly increases.
    private const int MaxCounted = 8;

    /// <summary>The score; higher is better.</summary>
    public static double Of(SearchQuery query, string title, string text)
    {
        var score = 0.0;
        foreach (var clause in query.Clauses.Where(clause => !clause.IsExcluded))
        {
            if (SearchMatcher.IndexOf(clause, title, out _) >= 0) score += TitleWeight;
            var count = SearchMatcher.RangesOf(clause, text, MaxCounted).Count;
            score += count / (count + (Saturation * (1 - LengthShare + (LengthShare * text.Length / TypicalChars))));
        }

        return score;
    }
}

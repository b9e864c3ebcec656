using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>How well an article answers a search: the place of BM25 where every candidate has every word.</summary>
/// <remarks>
/// A word that every candidate has tells none of them from the others, so there is no weight for rarity. A title counts as much as a text
/// that says nothing else; in a text the word counts less the more often it stands there and the longer the text is.
/// </remarks>
internal static class SearchScore
{
    private const double TitleWeight = 2;
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const double UsualChars = 1_000;

    // Beyond that the score hardly rises.
    private const int MaxCounted = 8;

    /// <summary>The score; higher is better.</summary>
    public static double Of(SearchQuery query, string title, string text)
    {
        var score = 0.0;
        foreach (var clause in query.Clauses.Where(clause => !clause.IsExcluded))
        {
            if (SearchMatcher.IndexOf(clause, title, out _) >= 0) score += TitleWeight;
            var count = SearchMatcher.RangesOf(clause, text, MaxCounted).Count;
            score += count / (count + (Saturation * (1 - LengthShare + (LengthShare * text.Length / UsualChars))));
        }

        return score;
    }
}

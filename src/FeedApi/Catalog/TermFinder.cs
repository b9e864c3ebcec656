using FeedApi.Catalog.Pinyin;
using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>Finds terms by part of their slug or name, and Chinese names by their pinyin.</summary>
internal static class TermFinder
{
    /// <summary>
    /// The matching terms, the best first: exact matches of slug or name, then prefixes, then the others; among equals
    /// the one with more articles.
    /// </summary>
    /// <param name="terms">All terms.</param>
    /// <param name="typed">The text typed; case, width, spaces and hyphens are ignored.</param>
    public static IReadOnlyList<TermSummary> Find(IEnumerable<TermSummary> terms, string typed)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(typed);
        var key = Slug.KeyOf(typed);
        return [.. terms.Select(term => (Term: term, Rank: RankOf(term, key))).Where(each => each.Rank >= 0)
            .OrderBy(each => each.Rank).ThenByDescending(each => each.Term.Count).ThenBy(each => each.Term.Slug, StringComparer.Ordinal)
            .Select(each => each.Term)];
    }

    private static int RankOf(TermSummary term, string typed)
    {
        var places = (ReadOnlySpan<int>)[
            Slug.KeyOf(term.Slug).IndexOf(typed, StringComparison.Ordinal), Slug.KeyOf(term.Name).IndexOf(typed, StringComparison.Ordinal)
        ];
        if (string.Equals(Slug.KeyOf(term.Slug), typed, StringComparison.Ordinal)
            || string.Equals(Slug.KeyOf(term.Name), typed, StringComparison.Ordinal))
        {
            return 0;
        }

        if (places.Contains(0)) return 1;
        var pinyin = PinyinMatcher.IndexOf(term.Name, typed);
        if (pinyin == 0) return 2;
        return places.ContainsAnyExcept(-1) || pinyin > 0 ? 3 : -1;
    }
}

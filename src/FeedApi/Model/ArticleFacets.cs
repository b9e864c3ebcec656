namespace FeedApi.Model;

/// <summary>The distribution of the articles of a selection over terms and years.</summary>
/// <param name="Articles">Number of articles counted: the newest ones, at most <see cref="MaxArticles"/>.</param>
/// <param name="Categories">The most frequent categories, by number of articles, descending.</param>
/// <param name="Tags">The most frequent tags, in the same order.</param>
/// <param name="Authors">The most frequent authors, in the same order.</param>
/// <param name="Years">Years of publication in each article's own offset, newest first.</param>
internal sealed record ArticleFacets(
    long Articles,
    IReadOnlyList<TermFacet> Categories,
    IReadOnlyList<TermFacet> Tags,
    IReadOnlyList<TermFacet> Authors,
    IReadOnlyList<YearFacet> Years)
{
    /// <summary>Maximum number of articles counted.</summary>
    public const int MaxArticles = 10_000;

    /// <summary>Maximum number of terms of each kind.</summary>
    public const int MaxTerms = 50;
}

/// <summary>A term in a selection.</summary>
/// <param name="Slug">Canonical slug.</param>
/// <param name="Name">Display name.</param>
/// <param name="Count">Number of articles.</param>
internal sealed record TermFacet(string Slug, string Name, long Count);

/// <summary>A year in a selection.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Count">Number of articles.</param>
internal sealed record YearFacet(int Year, long Count);

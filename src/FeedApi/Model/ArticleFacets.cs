namespace FeedApi.Model;

/// <summary>How the articles of a selection spread over terms and years.</summary>
/// <param name="Articles">How many were looked at: the newest ones, at most <see cref="MaxArticles"/>.</param>
/// <param name="Categories">The most frequent, most articles first.</param>
/// <param name="Tags">Likewise.</param>
/// <param name="Authors">Likewise.</param>
/// <param name="Years">By the date as it is written; the newest first.</param>
internal sealed record ArticleFacets(
    long Articles,
    IReadOnlyList<TermFacet> Categories,
    IReadOnlyList<TermFacet> Tags,
    IReadOnlyList<TermFacet> Authors,
    IReadOnlyList<YearFacet> Years)
{
    /// <summary>Most articles that are looked at.</summary>
    public const int MaxArticles = 10_000;

    /// <summary>Most terms of a kind.</summary>
    public const int MaxTerms = 50;
}

/// <summary>A term in a selection.</summary>
/// <param name="Slug">Canonical slug.</param>
/// <param name="Name">Display name.</param>
/// <param name="Count">Articles.</param>
internal sealed record TermFacet(string Slug, string Name, long Count);

/// <summary>A year in a selection.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Count">Articles.</param>
internal sealed record YearFacet(int Year, long Count);

using System.Text.Json.Serialization;

namespace FeedApi.Api.Articles;

/// <summary>One page of articles.</summary>
/// <param name="Data">The articles, in the order asked for.</param>
/// <param name="Page">How to go on.</param>
/// <param name="Facets">How all that match spread over terms and years. Only with include=facets.</param>
internal sealed record ArticleListContract(IReadOnlyList<ArticleContract> Data, PageContract Page, FacetsContract? Facets);

/// <summary>Articles that are about the same as another one.</summary>
/// <param name="Data">The most alike first; empty when nothing is.</param>
internal sealed record RelatedContract(IReadOnlyList<ArticleContract> Data);

/// <summary>How the articles that match spread over terms and years. Of more than 10,000 the newest 10,000 are looked at.</summary>
/// <param name="Articles">How many were looked at.</param>
/// <param name="Categories">The 50 most frequent, most articles first.</param>
/// <param name="Tags">Likewise.</param>
/// <param name="Authors">Likewise.</param>
/// <param name="Years">By date as written; the newest first.</param>
internal sealed record FacetsContract(
    long Articles,
    IReadOnlyList<TermFacetContract> Categories,
    IReadOnlyList<TermFacetContract> Tags,
    IReadOnlyList<TermFacetContract> Authors,
    IReadOnlyList<YearFacetContract> Years);

/// <summary>A term among the articles that match.</summary>
/// <param name="Slug">URL-safe name.</param>
/// <param name="Name">Display name.</param>
/// <param name="Count">Articles.</param>
internal sealed record TermFacetContract(string Slug, string Name, long Count);

/// <summary>A year among the articles that match.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Count">Articles.</param>
internal sealed record YearFacetContract(int Year, long Count);

/// <summary>The pages beside this one. Follow the addresses as they are; a cursor means nothing outside of them.</summary>
/// <param name="Next">The next page; null on the last one.</param>
/// <param name="Prev">The previous page; null on the first one.</param>
/// <param name="Total">All articles that match; of a search at most 10,000 are counted. Only with include=total.</param>
internal sealed record PageContract(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Prev,
    long? Total);

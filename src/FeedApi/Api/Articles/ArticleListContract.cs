using System.Text.Json.Serialization;

namespace FeedApi.Api.Articles;

/// <summary>One page of articles.</summary>
/// <param name="Data">The articles, in the requested order.</param>
/// <param name="Page">The adjacent pages.</param>
/// <param name="Facets">Number of matching articles by term and year. Only with include=facets.</param>
/// <param name="Groups">Number of matching articles by what group_by says; periods newest first, terms most frequent first. Of more than
/// 10,000 articles only the newest 10,000 are counted.</param>
internal sealed record ArticleListContract(
    IReadOnlyList<ArticleContract> Data, PageContract Page, FacetsContract? Facets, IReadOnlyList<GroupContract>? Groups);

/// <summary>A number of articles.</summary>
/// <param name="Key">The day (2026-11-08), week (2026-W45) or month (2026-11) in the articles' own offset, or the slug of the term.</param>
/// <param name="Name">The display name of a term.</param>
/// <param name="Count">Number of articles.</param>
internal sealed record GroupContract(string Key, string? Name, long Count);

/// <summary>Articles on the same subject as another one.</summary>
/// <param name="Data">The most similar first; empty when there are none.</param>
internal sealed record RelatedContract(IReadOnlyList<ArticleContract> Data);

/// <summary>Number of matching articles by term and year. Of more than 10,000 only the newest 10,000 are counted.</summary>
/// <param name="Articles">Number of articles counted.</param>
/// <param name="Categories">At most 50, the most frequent first.</param>
/// <param name="Tags">At most 50, the most frequent first.</param>
/// <param name="Authors">At most 50, the most frequent first.</param>
/// <param name="Years">By publication date with its own offset; the newest first.</param>
internal sealed record FacetsContract(
    long Articles,
    IReadOnlyList<TermFacetContract> Categories,
    IReadOnlyList<TermFacetContract> Tags,
    IReadOnlyList<TermFacetContract> Authors,
    IReadOnlyList<YearFacetContract> Years);

/// <summary>A term of the matching articles.</summary>
/// <param name="Slug">URL-safe name.</param>
/// <param name="Name">Display name.</param>
/// <param name="Count">Number of articles.</param>
internal sealed record TermFacetContract(string Slug, string Name, long Count);

/// <summary>A year of the matching articles.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Count">Number of articles.</param>
internal sealed record YearFacetContract(int Year, long Count);

/// <summary>The adjacent pages. Follow the addresses unchanged; cursors are opaque.</summary>
/// <param name="Next">The next page; null on the last one.</param>
/// <param name="Prev">The previous page; null on the first one.</param>
/// <param name="Total">Number of matching articles; for a search at most 10,000. Only with include=total.</param>
/// <param name="CompleteSince">Only while the server still reads articles for the search, which it does once, the newest first: those
/// published after this instant are found, earlier ones perhaps not yet.</param>
internal sealed record PageContract(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Prev,
    long? Total,
    DateTimeOffset? CompleteSince = null);

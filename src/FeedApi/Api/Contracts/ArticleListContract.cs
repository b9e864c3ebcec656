using System.Text.Json.Serialization;

namespace FeedApi.Api.Contracts;

/// <summary>One page of articles.</summary>
/// <param name="Data">The articles, in the order asked for.</param>
/// <param name="Page">How to go on.</param>
public sealed record ArticleListContract(IReadOnlyList<ArticleContract> Data, PageContract Page);

/// <summary>The pages beside this one. Follow the addresses as they are; a cursor means nothing outside of them.</summary>
/// <param name="Next">The next page; null on the last one.</param>
/// <param name="Prev">The previous page; null on the first one.</param>
/// <param name="Total">All articles that match. Only with include=total.</param>
public sealed record PageContract(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Prev,
    long? Total);

namespace FeedApi.Pages;

/// <summary>Options of the pages.</summary>
public sealed record PageOptions
{
    /// <summary>
    /// Whether there is a page of searches at <c>/search</c>, and every page has its form. A static export has none.
    /// </summary>
    /// <value>True or false. Default true.</value>
    public bool Search { get; init; } = true;
}

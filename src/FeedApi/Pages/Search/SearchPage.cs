using FeedApi.Model;

namespace FeedApi.Pages.Search;

/// <summary>The page with the hits of a search, or with the form alone.</summary>
/// <param name="Head">The page's metadata.</param>
/// <param name="Words">What was searched for, as written; empty for nothing.</param>
public sealed record SearchPage(PageHead Head, string Words) : Page(Head)
{
    /// <summary>The hits; null when nothing was searched for.</summary>
    public SearchHits? Hits { get; init; }
}

/// <summary>One page of the hits of a search.</summary>
/// <param name="Hits">In the order asked for.</param>
/// <param name="Total">How many there are.</param>
/// <param name="IsTotalExact">False when there are more than are counted.</param>
public sealed record SearchHits(IReadOnlyList<SearchHit> Hits, long Total, bool IsTotalExact)
{
    /// <summary>Address of the page after this one; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Address of the page before this one; null on the first.</summary>
    public string? Previous { get; init; }

    /// <summary>Address of the same hits, the newest first; null when they are.</summary>
    public string? ByDate { get; init; }

    /// <summary>Address of the same hits, the best first; null when they are.</summary>
    public string? ByRelevance { get; init; }

    /// <summary>Filters that the search has: what each is, and the address without it.</summary>
    public IReadOnlyList<SearchLink> Chosen { get; init; } = [];

    /// <summary>Categories of the hits, and the address of those in it.</summary>
    public IReadOnlyList<SearchLink> Categories { get; init; } = [];

    /// <summary>Years of the hits, and the address of those of it.</summary>
    public IReadOnlyList<SearchLink> Years { get; init; } = [];
}

/// <summary>A hit.</summary>
/// <param name="Article">The article, without its text.</param>
/// <param name="TitleHtml">Its title with what matches in <c>mark</c>; null when nothing was searched for by words.</param>
/// <param name="TextHtml">An excerpt in the same form; null likewise.</param>
public sealed record SearchHit(Article Article, string? TitleHtml, string? TextHtml);

/// <summary>A link that narrows or widens a search.</summary>
/// <param name="Name">Plain text.</param>
/// <param name="Count">How many hits there are; null when that is not known.</param>
/// <param name="Address">Path and query.</param>
public sealed record SearchLink(string Name, long? Count, string Address);

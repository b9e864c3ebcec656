using FeedApi.Model;
using FeedApi.Queries.Search;

namespace FeedApi.Queries;

/// <summary>
/// A selection of published articles, its order, and one page of it. Every list of the API and every feed is one of these.
/// </summary>
internal sealed record ArticleQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 100;

    /// <summary>The default <see cref="Limit"/>.</summary>
    public const int DefaultLimit = 20;

    /// <summary>Articles must match every filter.</summary>
    public IReadOnlyList<TermFilter> Terms { get; init; } = [];

    /// <summary>What the articles must say; null: anything.</summary>
    public SearchQuery? Search { get; init; }

    /// <summary>Published at or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this instant; a day given as <c>to</c> means until its end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Updated at or after this instant.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Only articles of this archive; null: of all.</summary>
    public ArchiveRange? Archive { get; init; }

    /// <summary>Only articles that were updated after their publication, at or after this instant.</summary>
    public DateTimeOffset? EditedSince { get; init; }

    /// <summary>BCP 47 tag; a primary tag such as <c>zh</c> selects <c>zh-CN</c> too. Case is ignored.</summary>
    public string? Language { get; init; }

    /// <summary>The order; ties are broken by id.</summary>
    public ArticleSort Sort { get; init; } = ArticleSort.NewestFirst;

    /// <summary>Articles on a page, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where the page begins; null is the start.</summary>
    public CursorPosition? Position { get; init; }

    /// <summary>Whether <see cref="ArticlePage.Total"/> is wanted.</summary>
    public bool CountsTotal { get; init; }

    /// <summary>Whether <see cref="ArticlePage.Facets"/> are wanted.</summary>
    public bool CountsFacets { get; init; }

    /// <summary>Which bodies to load.</summary>
    public ArticleBodies Bodies { get; init; } = ArticleBodies.None;
}

/// <summary>Articles that have any of some terms of a kind, or none of them.</summary>
/// <param name="Kind">The kind of term.</param>
/// <param name="Slugs">Canonical slugs.</param>
/// <param name="IsExcluded">True: articles that have any of the terms are left out.</param>
internal sealed record TermFilter(TermKind Kind, IReadOnlyList<string> Slugs, bool IsExcluded = false);

/// <summary>Orders of articles.</summary>
internal enum ArticleSort
{
    /// <summary>By publication, newest first, then id descending: <c>-published</c>.</summary>
    NewestFirst,

    /// <summary>By publication, oldest first, then id ascending: <c>published</c>.</summary>
    OldestFirst,

    /// <summary>By update, newest first, then id descending: <c>-updated</c>.</summary>
    RecentlyUpdatedFirst,

    /// <summary>By how well they answer <see cref="ArticleQuery.Search"/>, which there must be: <c>relevance</c>.</summary>
    Relevance,
}

/// <summary>The bodies that a query loads; each costs reading them from disk.</summary>
[Flags]
internal enum ArticleBodies
{
    /// <summary>None: titles, summaries and links only.</summary>
    None = 0,

    /// <summary><see cref="Article.Html"/>.</summary>
    Html = 1,

    /// <summary><see cref="Article.Text"/>.</summary>
    Text = 2,

    /// <summary><see cref="Article.Markdown"/>.</summary>
    Markdown = 4,

    /// <summary><see cref="Article.PageHtml"/>.</summary>
    PageHtml = 8,
}

/// <summary>A place between two articles of an ordered list (keyset paging: stable while articles come and go).</summary>
/// <param name="Instant">The sort instant of the article at the edge, Unix seconds; by relevance the number of
/// articles before the page.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsBackward">True: the page ends before this article; false: it begins after it.</param>
internal readonly record struct CursorPosition(long Instant, string Id, bool IsBackward);

/// <summary>One page of articles.</summary>
/// <param name="Articles">In the query's order.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Previous">Where the previous page ends; null on the first one.</param>
/// <param name="Total">All articles that match; null unless asked for.</param>
/// <param name="ChangedAt">When anything that this selection could show last changed, UTC, whole seconds.</param>
internal sealed record ArticlePage(
    IReadOnlyList<Article> Articles, CursorPosition? Next, CursorPosition? Previous, long? Total, DateTimeOffset ChangedAt)
{
    /// <summary>How all that match spread over terms and years; null unless asked for.</summary>
    public ArticleFacets? Facets { get; init; }
}

using FeedApi.Model;
using FeedApi.Model.Text.Han;
using FeedApi.Queries.Search;

namespace FeedApi.Queries;

/// <summary>
/// A selection of published articles, its order, and one page of it. Every list of the API and every feed is such a query.
/// </summary>
internal sealed record ArticleQuery
{
    /// <summary>The largest <see cref="Limit"/>.</summary>
    public const int MaxLimit = 100;

    /// <summary>The default <see cref="Limit"/>.</summary>
    public const int DefaultLimit = 20;

    /// <summary>Articles must match every filter.</summary>
    public IReadOnlyList<TermFilter> Terms { get; init; } = [];

    /// <summary>The full-text search; null when there is none.</summary>
    public SearchQuery? Search { get; init; }

    /// <summary>Published at or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Published before this instant; when <c>to</c> is a day, the end of that day.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whose content changed at or after this instant (<see cref="Article.Changed"/>).</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Only articles with one of these ids, in canonical order; null means no restriction.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only articles at one of these percent-decoded paths, in canonical order; null means no restriction.</summary>
    public IReadOnlyList<string>? Paths { get; init; }

    /// <summary>Only articles that have all of these.</summary>
    public ArticleParts Has { get; init; }

    /// <summary>Only articles that have none of these.</summary>
    public ArticleParts Lacks { get; init; }

    /// <summary>Articles must match every filter by front matter.</summary>
    public IReadOnlyList<FieldFilter> Fields { get; init; } = [];

    /// <summary>Only articles of this archive; null means no restriction.</summary>
    public ArchiveRange? Archive { get; init; }

    /// <summary>Only articles that feeds may contain.</summary>
    public bool IsForFeed { get; init; }

    /// <summary>Only articles that were corrected recently (<see cref="Article.LiftedAt"/>).</summary>
    public bool IsLifted { get; init; }

    /// <summary>
    /// True: only articles with <see cref="Article.FirstPublic"/>; false: only those without; null: all.
    /// </summary>
    public bool? HasFirstPublic { get; init; }

    /// <summary>BCP 47 tag; a primary tag such as <c>zh</c> matches <c>zh-CN</c> too. Case is ignored.</summary>
    public string? Language { get; init; }

    /// <summary>BCP 47 tags in lower case whose articles are excluded, in the same sense.</summary>
    public IReadOnlyList<string> ExcludedLanguages { get; init; } = [];

    /// <summary>Articles must match every filter by section.</summary>
    public IReadOnlyList<SectionFilter> Sections { get; init; } = [];

    /// <summary>True: an article of which an earlier one of the selection is a near-duplicate is left out.</summary>
    public bool IsDeduplicated { get; init; }

    /// <summary>The Chinese script in which the articles are shown; null: as they are written.</summary>
    public HanScript? Script { get; init; }

    /// <summary>Not null: articles are chosen at random, the same ones for the same number; there is one page.</summary>
    public int? RandomSeed { get; init; }

    /// <summary>By what to count the articles; null: by nothing.</summary>
    public ArticleGrouping? GroupBy { get; init; }

    /// <summary>The order; ties are broken by id.</summary>
    public ArticleSort Sort { get; init; } = ArticleSort.NewestFirst;

    /// <summary>Maximum number of articles on a page, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Where the page begins, or ends when the cursor is backward; null means the first page.</summary>
    public CursorPosition? Position { get; init; }

    /// <summary>Whether to compute <see cref="ArticlePage.Total"/>.</summary>
    public bool CountsTotal { get; init; }

    /// <summary>Whether to compute <see cref="ArticlePage.Facets"/>.</summary>
    public bool CountsFacets { get; init; }

    /// <summary>Which bodies to load.</summary>
    public ArticleBodies Bodies { get; init; } = ArticleBodies.None;
}

/// <summary>Matches articles that have any of the terms, or when excluding, none of them.</summary>
/// <param name="Kind">The kind of term.</param>
/// <param name="Slugs">Canonical slugs.</param>
/// <param name="IsExcluded">True: articles that have any of the terms are excluded.</param>
internal sealed record TermFilter(TermKind Kind, IReadOnlyList<string> Slugs, bool IsExcluded = false);

/// <summary>The sort orders of articles.</summary>
internal enum ArticleSort
{
    /// <summary>By publication, newest first, then id descending: <c>-published</c>.</summary>
    NewestFirst,

    /// <summary>By publication, oldest first, then id ascending: <c>published</c>.</summary>
    OldestFirst,

    /// <summary>By update, newest first, then id descending: <c>-updated</c>.</summary>
    RecentlyUpdatedFirst,

    /// <summary>By change of the content, the latest first, then id descending: <c>-changed</c>.</summary>
    RecentlyChangedFirst,

    /// <summary>By <see cref="Article.FirstPublic"/>, the latest first, then id descending; only of articles that have it.</summary>
    RecentlyPublicFirst,

    /// <summary>By relevance to <see cref="ArticleQuery.Search"/>, which must not be null: <c>relevance</c>.</summary>
    Relevance,
}

/// <summary>The bodies that a query loads; each is read from disk.</summary>
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

/// <summary>A position between two articles of a sorted list (keyset paging: stable while articles are added and deleted).</summary>
/// <param name="Instant">The sort key of the article at the boundary, in Unix seconds; when sorting by relevance, the number of
/// articles before the page.</param>
/// <param name="Id">The id of that article.</param>
/// <param name="IsBackward">True: the page ends before this article; false: it begins after it.</param>
internal readonly record struct CursorPosition(long Instant, string Id, bool IsBackward);

/// <summary>One page of articles.</summary>
/// <param name="Articles">In the query's order.</param>
/// <param name="Next">Where the next page begins; null on the last page.</param>
/// <param name="Previous">Where the previous page ends; null on the first page.</param>
/// <param name="Total">Number of matching articles; null unless requested.</param>
/// <param name="ChangedAt">When an article of this selection, or the selection itself, last changed; UTC, whole seconds.</param>
internal sealed record ArticlePage(
    IReadOnlyList<Article> Articles, CursorPosition? Next, CursorPosition? Previous, long? Total, DateTimeOffset ChangedAt)
{
    /// <summary>The distribution of the matching articles over terms and years; null unless requested.</summary>
    public ArticleFacets? Facets { get; init; }

    /// <summary>The copies that are left out, by the id of the article that stands for them; null unless requested.</summary>
    public ILookup<string, ArticleCopy>? Copies { get; init; }

    /// <summary>Number of matching articles by what was asked for; null unless requested.</summary>
    public IReadOnlyList<ArticleGroup>? Groups { get; init; }
}

/// <summary>By what articles can be counted: the values of <c>group_by</c>.</summary>
internal enum ArticleGrouping
{
    /// <summary>By the day of publication, in the article's own offset.</summary>
    Day,

    /// <summary>By the week of ISO 8601.</summary>
    Week,

    /// <summary>By the month.</summary>
    Month,

    /// <summary>By category.</summary>
    Category,

    /// <summary>By tag.</summary>
    Tag,

    /// <summary>By author.</summary>
    Author,
}

/// <summary>A number of articles.</summary>
/// <param name="Key">The day (<c>2026-11-08</c>), week (<c>2026-W45</c>), month (<c>2026-11</c>), or slug of the term.</param>
/// <param name="Name">The display name of a term; null for the others.</param>
/// <param name="Count">How many.</param>
internal sealed record ArticleGroup(string Key, string? Name, long Count);

/// <summary>A near-duplicate of an article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Path">The path of its permalink, percent-decoded.</param>
internal sealed record ArticleCopy(string Id, string Title, string Path);

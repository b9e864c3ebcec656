using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Pages;

/// <summary>The content of a page. Created by the classes named <c>...Pages</c>, rendered by the view of the same name.</summary>
/// <param name="Head">The page's metadata.</param>
public abstract record Page(PageHead Head)
{
    /// <summary>True when the page's address has other representations, negotiated by Accept.</summary>
    public virtual bool IsNegotiated => false;

    /// <summary>True when the page is to be had as Markdown too.</summary>
    public virtual bool HasMarkdown => false;
}

/// <summary>The site's home: the newest articles and every category.</summary>
public sealed record HomePage(PageHead Head, ArticleListing Listing, IReadOnlyList<TermSummary> Categories) : Page(Head)
{
    /// <inheritdoc/>
    public override bool HasMarkdown => true;
}

/// <summary>One category, tag or author with its articles.</summary>
public sealed record TermPage(PageHead Head, ArticleListing Listing, TermSummary Term) : Page(Head)
{
    /// <inheritdoc/>
    public override bool HasMarkdown => true;
}

/// <summary>All categories, tags or authors.</summary>
public sealed record TermListPage(PageHead Head, TermKind Kind, IReadOnlyList<TermSummary> Terms) : Page(Head);

/// <summary>A section, a language, or a term in one language, of a Hugo or Zola site.</summary>
/// <param name="Head">The page's metadata, with the feeds of the same articles first.</param>
/// <param name="Listing">Its articles.</param>
/// <param name="Name">Plain text.</param>
/// <param name="Description">Plain text; null for none.</param>
public sealed record SectionPage(PageHead Head, ArticleListing Listing, string Name, string? Description) : Page(Head);

/// <summary>One article in full.</summary>
public sealed record ReadingPage(PageHead Head, Article Article) : Page(Head)
{
    /// <inheritdoc/>
    public override bool HasMarkdown => true;
}

/// <summary>A feed as a page for people: its addresses and its articles.</summary>
/// <param name="Head">The page's metadata, with the feed in each format.</param>
/// <param name="Listing">Its articles.</param>
/// <param name="Home">Absolute address of the page that the feed belongs to.</param>
public sealed record FeedPage(PageHead Head, ArticleListing Listing, string Home) : Page(Head)
{
    /// <inheritdoc/>
    public override bool IsNegotiated => true;
}

/// <summary>What went wrong, with the way back.</summary>
/// <param name="Head">The page's metadata.</param>
/// <param name="Text">What is said of the error.</param>
/// <param name="WayBack">The text of the link to the home page.</param>
public sealed record ErrorPage(PageHead Head, ErrorText Text, string WayBack) : Page(Head);

/// <summary>The page of a kind of error, for developers.</summary>
/// <param name="Head">Its metadata.</param>
/// <param name="Type">The kind.</param>
public sealed record ProblemTypePage(PageHead Head, ProblemType Type) : Page(Head);

/// <summary>One page of a list of articles.</summary>
/// <param name="Articles">The newest first, without bodies.</param>
/// <param name="Older">Absolute address of the page after this one; null on the last.</param>
/// <param name="Newer">Absolute address of the page before this one; null on the first.</param>
/// <param name="ChangedAt">When any article that can be in this list last changed.</param>
public sealed record ArticleListing(IReadOnlyList<Article> Articles, string? Older, string? Newer, DateTimeOffset ChangedAt)
{
    /// <summary>What follows the address of each, beginning with a question mark; empty for articles.</summary>
    public string Suffix { get; init; } = "";
}

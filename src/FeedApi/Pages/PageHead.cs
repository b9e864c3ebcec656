using FeedApi.Model;
using FeedApi.Pages.Metadata;

namespace FeedApi.Pages;

/// <summary>The metadata of a page for browsers, readers and search engines.</summary>
/// <param name="Title">Plain text: the title of the content and of the site.</param>
/// <param name="Description">Plain text.</param>
/// <param name="Language">BCP 47 tag of the page's content.</param>
/// <param name="Canonical">The page's canonical absolute address; empty for a page that has none, such as that of an error.</param>
/// <param name="Feeds">The feeds that a reader offers for this page, the most specific first.</param>
public sealed record PageHead(string Title, string Description, string Language, string Canonical, IReadOnlyList<FeedLink> Feeds)
{
    /// <summary>The same content in other languages; with any of them, the page itself is among them.</summary>
    public IReadOnlyList<PageTranslation> Translations { get; init; } = [];

    /// <summary>How the page is shown where somebody links to it; null for pages that nobody shares.</summary>
    public PageCard? Card { get; init; }

    /// <summary>What the page is, as JSON-LD for a <c>script</c> element; null for none.</summary>
    public string? StructuredData { get; init; }
}

/// <summary>A page with the same content in another language.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Address">Absolute address.</param>
public sealed record PageTranslation(string Language, string Address);

/// <summary>A link to a feed.</summary>
/// <param name="Title">Describes its content and format; unique on a page.</param>
/// <param name="Format">The format.</param>
/// <param name="Address">Absolute address.</param>
public sealed record FeedLink(string Title, FeedFormat Format, string Address);

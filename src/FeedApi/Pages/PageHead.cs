using FeedApi.Model;

namespace FeedApi.Pages;

/// <summary>What a page says of itself to browsers, readers and search engines.</summary>
/// <param name="Title">Plain text: what is shown, and the site.</param>
/// <param name="Description">Plain text.</param>
/// <param name="Language">BCP 47 tag of what the page is about.</param>
/// <param name="Canonical">The page's one absolute address.</param>
/// <param name="Feeds">The feeds that a reader offers for this page, the nearest first.</param>
public sealed record PageHead(string Title, string Description, string Language, string Canonical, IReadOnlyList<FeedLink> Feeds);

/// <summary>A link to a feed.</summary>
/// <param name="Title">What is in it and its format: no two on one page are equal.</param>
/// <param name="Format">The format.</param>
/// <param name="Address">Absolute address.</param>
public sealed record FeedLink(string Title, FeedFormat Format, string Address);

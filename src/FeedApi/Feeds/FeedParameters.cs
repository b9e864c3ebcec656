using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Feeds;

/// <summary>The query of every feed in the API's description. <see cref="FeedSelectionParser"/> reads the values.</summary>
/// <remarks>All are strings: an invalid value must result in our own problem document, not in the framework's empty 400 response.</remarks>
internal sealed record FeedParameters(
    [property: FromQuery(Name = "category"), Description(
        "Category slugs; several separated by commas mean any of them, a leading - excludes.")]
    string[]? Category,
    [property: FromQuery(Name = "tag"), Description("Tag slugs; several separated by commas mean any of them, a leading - excludes.")]
    string[]? Tag,
    [property: FromQuery(Name = "author"), Description("Author slugs; several separated by commas mean any of them, a leading - excludes.")]
    string[]? Author,
    [property: FromQuery(Name = "q"), Description("Words and \"phrases\" that the articles have, -words that they do not have.")]
    string? Search,
    [property: FromQuery(Name = "from"), Description("Published at or after this day or instant (RFC 3339).")]
    string? From,
    [property: FromQuery(Name = "to"), Description("Published before this instant, or until the end of this day.")]
    string? To,
    [property: FromQuery(Name = "updated_since"), Description(
        "Whose content changed at or after this day or instant: edits count although their date stays.")]
    string? UpdatedSince,
    [property: FromQuery(Name = "lang"), Description("Language of the articles, a BCP 47 tag; others with a leading - are excluded.")]
    string? Language,
    [property: FromQuery(Name = "section"), Description(
        "Sections of a Hugo or Zola site; several separated by commas mean any of them, a leading - excludes, /* includes those below.")]
    string? Section,
    [property: FromQuery(Name = "has"), Description(
        "What the articles have: image, enclosure, ai; several separated by commas mean all of them, a leading - excludes.")]
    string? Has,
    [property: FromQuery(Name = "ids"), Description("Ids of the articles, at most 100, separated by commas.")]
    string? Ids,
    [property: FromQuery(Name = "url"), Description("Addresses of the articles' pages; the parameter may be repeated.")]
    string[]? Url,
    [property: FromQuery(Name = "zh"), Description("Shows Chinese articles in simplified (hans) or traditional (hant) script.")]
    string? Script,
    [property: FromQuery(Name = "dedupe"), Description(
        "1: leaves out near-duplicates of earlier articles of the selection, for sites with feedapi.dedupe.")]
    string? Dedupe,
    [property: FromQuery(Name = "digest"), Description(
        "hour or day: one entry for each hour or day that has ended, in the site's time zone, with links to the articles that were first "
            + "public in it. limit is the number of entries.")]
    string? Digest,
    [property: FromQuery(Name = "sort"), Description("-published (default), published, -updated, -changed, or with q relevance.")]
    string? Sort,
    [property: FromQuery(Name = "limit"), Description(
        "Articles in the feed, 1 to 100; default 20. Recently corrected ones may come in addition.")]
    string? Limit,
    [property: FromQuery(Name = "content"), Description("full (default) or summary.")]
    string? Content,
    [property: FromQuery(Name = "cursor"), Description(
        "A page of the list; taken from next_url or a link with the relation next or previous.")]
    string? Cursor,
    [property: FromQuery(Name = "archive"), Description(
        "An archive document (RFC 5005); taken from a link with the relation prev-archive or next-archive.")]
    string? Archive);

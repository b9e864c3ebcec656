using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Api.Articles;

/// <summary>The query of the list of articles in the API's description. <see cref="ArticleListHandler"/> reads the values.</summary>
/// <remarks>All are strings: an invalid value must result in our own problem document, not in the framework's empty 400 response.</remarks>
internal sealed record ArticleParameters(
    [property: FromQuery(Name = "category"), Description(
        "Category slugs; several separated by commas mean any of them, a leading - excludes, a repeated parameter means all of them.")]
    string[]? Category,
    [property: FromQuery(Name = "tag"), Description("Tag slugs, in the same forms.")]
    string[]? Tag,
    [property: FromQuery(Name = "author"), Description("Author slugs, in the same forms.")]
    string[]? Author,
    [property: FromQuery(Name = "q"), Description("Words and \"phrases\" that the articles have, -words that they do not have; "
        + "case, accents and width are ignored. Chinese needs no spaces.")]
    string? Search,
    [property: FromQuery(Name = "from"), Description(
        "Published at or after this day or instant (RFC 3339). A day begins at the site's midnight.")]
    string? From,
    [property: FromQuery(Name = "to"), Description("Published before this instant, or until the end of this day.")]
    string? To,
    [property: FromQuery(Name = "updated_since"), Description(
        "Whose content changed at or after this day or instant: edits count although their date stays.")]
    string? UpdatedSince,
    [property: FromQuery(Name = "lang"), Description(
        "Language of the articles, a BCP 47 tag; zh selects zh-CN too, and zh,-zh-tw all of it but zh-TW.")]
    string? Language,
    [property: FromQuery(Name = "section"), Description("Sections of a Hugo or Zola site, such as posts or posts/2024; several separated "
        + "by commas mean any of them, a leading - excludes. posts/* selects the sections below posts too.")]
    string? Section,
    [property: FromQuery(Name = "has"), Description(
        "What the articles have: image, enclosure, ai; several separated by commas mean all of them, a leading - excludes.")]
    string? Has,
    [property: FromQuery(Name = "ids"), Description("Ids of the articles, at most 100, separated by commas.")]
    string? Ids,
    [property: FromQuery(Name = "url"), Description("Addresses of the articles' pages; the parameter may be repeated.")]
    string[]? Url,
    [property: FromQuery(Name = "sort"), Description(
        "-published (newest first, the default), published (oldest first), -updated (by the author's date), -changed (by the server's), or "
            + "with q relevance.")]
    string? Sort,
    [property: FromQuery(Name = "limit"), Description("Articles per page, 1 to 100; default 20.")]
    string? Limit,
    [property: FromQuery(Name = "cursor"), Description("Start of the page; taken from page.next or page.prev.")]
    string? Cursor,
    [property: FromQuery(Name = "fields"), Description("Members of each article to return, separated by commas; all when absent.")]
    string? Fields,
    [property: FromQuery(Name = "content"), Description("Bodies to return: html, text, markdown or none (default).")]
    string? Content,
    [property: FromQuery(Name = "include"), Description(
        "total: count all articles that match. facets: count them by category, tag, author and year. Separated by commas.")]
    string? Include,
    [property: FromQuery(Name = "highlight"), Description("1: show where each article matches q.")]
    string? Highlight);

/// <summary>The query of one article in the API's description.</summary>
internal sealed record SingleArticleParameters(
    [property: FromQuery(Name = "fields"), Description("Members of the article to return, separated by commas; all when absent.")]
    string? Fields,
    [property: FromQuery(Name = "content"), Description("The body to return: html (default), text, markdown or none.")]
    string? Content);

/// <summary>The query of related articles in the API's description.</summary>
internal sealed record RelatedParameters(
    [property: FromQuery(Name = "limit"), Description("Number of articles, 1 to 20; default 5.")]
    string? Limit);

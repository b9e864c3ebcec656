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
    [property: FromQuery(Name = "zh"), Description(
        "Shows Chinese articles in simplified (hans) or traditional (hant) script, by words; ids, slugs and addresses stay as they are.")]
    string? Script,
    [property: FromQuery(Name = "group_by"), Description(
        "Counts the articles by day, week, month, category, tag or author, in the member groups.")]
    string? GroupBy,
    [property: FromQuery(Name = "random"), Description(
        "Articles at random: a number, which always gives the same ones while the selection stays as it is. Has one page.")]
    string? Random,
    [property: FromQuery(Name = "dedupe"), Description(
        "1: leaves out near-duplicates of earlier articles of the selection, for sites with feedapi.dedupe.")]
    string? Dedupe,
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
    string? Content,
    [property: FromQuery(Name = "include"), Description(
        "neighbours: the previous and the next article by publication, of those that the filters select.")]
    string? Include,
    [property: FromQuery(Name = "zh"), Description("Shows Chinese in simplified (hans) or traditional (hant) script.")]
    string? Script,
    [property: FromQuery(Name = "category"), Description("Neighbours with this category, in the forms of the list of articles.")]
    string[]? Category,
    [property: FromQuery(Name = "tag"), Description("Neighbours with this tag.")]
    string[]? Tag,
    [property: FromQuery(Name = "author"), Description("Neighbours by this author.")]
    string[]? Author,
    [property: FromQuery(Name = "lang"), Description("Neighbours in this language.")]
    string? Language,
    [property: FromQuery(Name = "section"), Description("Neighbours in this section.")]
    string? Section,
    [property: FromQuery(Name = "has"), Description("Neighbours that have this: image, enclosure, ai.")]
    string? Has);

/// <summary>The query of one article as a text in the API's description.</summary>
internal sealed record ArticleFormParameters(
    [property: FromQuery(Name = "zh"), Description("Shows Chinese in simplified (hans) or traditional (hant) script.")]
    string? Script);

/// <summary>The query of related articles in the API's description.</summary>
internal sealed record RelatedParameters(
    [property: FromQuery(Name = "limit"), Description("Number of articles, 1 to 20; default 5.")]
    string? Limit);

/// <summary>The query of all articles of a selection in one answer, in the API's description.</summary>
internal sealed record ArticleStreamParameters(
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
    [property: FromQuery(Name = "zh"), Description(
        "Shows Chinese articles in simplified (hans) or traditional (hant) script, by words; ids, slugs and addresses stay as they are.")]
    string? Script,
    [property: FromQuery(Name = "dedupe"), Description(
        "1: leaves out near-duplicates of earlier articles of the selection, for sites with feedapi.dedupe.")]
    string? Dedupe,
    [property: FromQuery(Name = "sort"), Description(
        "-published (newest first, the default), published (oldest first), -updated (by the author's date), -changed (by the server's), or "
            + "with q relevance.")]
    string? Sort,
    [property: FromQuery(Name = "fields"), Description("Members of each article to return, separated by commas; all when absent.")]
    string? Fields,
    [property: FromQuery(Name = "content"), Description("Bodies to return: html, text, markdown or none (default).")]
    string? Content);

using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Api.Changes;

/// <summary>The query of the changes in the API's description. <see cref="ChangeHandler"/> reads the values.</summary>
internal sealed record ChangeParameters(
    [property: FromQuery(Name = "since"), Description(
        "The token of the last page that was read; without it, all articles come first.")]
    string? Since,
    [property: FromQuery(Name = "wait"), Description(
        "Seconds to wait for a change when there is none yet, 0 to 60; default 0. Only with since.")]
    string? Wait,
    [property: FromQuery(Name = "limit"), Description("Changes per page, 1 to 500; default 100.")]
    string? Limit,
    [property: FromQuery(Name = "category"), Description(
        "Category slugs; several separated by commas mean any of them, a leading - excludes, a repeated parameter means all of them.")]
    string[]? Category,
    [property: FromQuery(Name = "tag"), Description("Tag slugs, in the same forms.")]
    string[]? Tag,
    [property: FromQuery(Name = "author"), Description("Author slugs, in the same forms.")]
    string[]? Author,
    [property: FromQuery(Name = "lang"), Description("Language of the articles, a BCP 47 tag.")]
    string? Language,
    [property: FromQuery(Name = "section"), Description("Sections of a Hugo or Zola site, as in the list of articles.")]
    string? Section,
    [property: FromQuery(Name = "from"), Description("Published at or after this day or instant (RFC 3339).")]
    string? From,
    [property: FromQuery(Name = "to"), Description("Published before this instant, or until the end of this day.")]
    string? To,
    [property: FromQuery(Name = "has"), Description(
        "What the articles have: image, enclosure, ai; several separated by commas mean all of them, a leading - excludes.")]
    string? Has,
    [property: FromQuery(Name = "fields"), Description("Members of each article to return, separated by commas; all when absent.")]
    string? Fields,
    [property: FromQuery(Name = "content"), Description("Bodies to return: html, text, markdown or none (default).")]
    string? Content);

/// <summary>The query of the events in the API's description. <see cref="EventHandler"/> reads the values.</summary>
internal sealed record EventParameters(
    [property: FromQuery(Name = "since"), Description(
        "A token of the changes, from which on events are sent; a header field Last-Event-ID goes first.")]
    string? Since,
    [property: FromQuery(Name = "category"), Description(
        "Category slugs; several separated by commas mean any of them, a leading - excludes, a repeated parameter means all of them.")]
    string[]? Category,
    [property: FromQuery(Name = "tag"), Description("Tag slugs, in the same forms.")]
    string[]? Tag,
    [property: FromQuery(Name = "author"), Description("Author slugs, in the same forms.")]
    string[]? Author,
    [property: FromQuery(Name = "lang"), Description("Language of the articles, a BCP 47 tag.")]
    string? Language,
    [property: FromQuery(Name = "section"), Description("Sections of a Hugo or Zola site, as in the list of articles.")]
    string? Section,
    [property: FromQuery(Name = "from"), Description("Published at or after this day or instant (RFC 3339).")]
    string? From,
    [property: FromQuery(Name = "to"), Description("Published before this instant, or until the end of this day.")]
    string? To,
    [property: FromQuery(Name = "has"), Description(
        "What the articles have: image, enclosure, ai; several separated by commas mean all of them, a leading - excludes.")]
    string? Has,
    [property: FromQuery(Name = "q"), Description(
        "Words and \"phrases\" that the articles have, -words that they do not have. What changes and does not match is told as deleted.")]
    string? Search,
    [property: FromQuery(Name = "fields"), Description("Members of each article to send, separated by commas; all when absent.")]
    string? Fields,
    [property: FromQuery(Name = "content"), Description("Bodies to send: html, text, markdown or none (default).")]
    string? Content);

using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Feeds.Opml;

/// <summary>The query of the list of feeds as the API's description shows it. <see cref="OpmlSelectionParser"/> reads the values.</summary>
/// <remarks>All are text here: a wrong value must become our own problem document, not the framework's empty 400.</remarks>
internal sealed record OpmlParameters(
    [property: FromQuery(Name = "category"), Description(
        "Only these categories: slugs, several separated by commas; a leading - leaves a category out.")]
    string? Category,
    [property: FromQuery(Name = "active_days"), Description(
        "Only categories with an article of today or of this many days before it (the site's time zone), 1 to 3650.")]
    string? ActiveDays,
    [property: FromQuery(Name = "top"), Description(
        "Only this many categories, 1 to 10000: those with the most articles, most first, without groups.")]
    string? Top,
    [property: FromQuery(Name = "flat"), Description("1: one list without groups; 0 (default): grouped by first letter.")]
    string? Flat);

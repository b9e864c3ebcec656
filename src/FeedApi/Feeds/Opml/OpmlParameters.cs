using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace FeedApi.Feeds.Opml;

/// <summary>The query of the list of feeds in the API's description. <see cref="OpmlSelectionParser"/> reads the values.</summary>
/// <remarks>All are strings: an invalid value must result in our own problem document, not in the framework's empty 400 response.</remarks>
internal sealed record OpmlParameters(
    [property: FromQuery(Name = "category"), Description(
        "Only these categories: slugs, several separated by commas; a leading - excludes a category.")]
    string? Category,
    [property: FromQuery(Name = "active_days"), Description(
        "Only categories with an article of today or of this many days before (in the site's time zone), 1 to 3650.")]
    string? ActiveDays,
    [property: FromQuery(Name = "top"), Description(
        "At most this many categories, 1 to 10000: those with the most articles, in descending order, without groups.")]
    string? Top,
    [property: FromQuery(Name = "flat"), Description("1: one list without groups; 0 (default): grouped by first letter.")]
    string? Flat);

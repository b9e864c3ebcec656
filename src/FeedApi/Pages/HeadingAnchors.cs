using System.Text.RegularExpressions;

namespace FeedApi.Pages;

/// <summary>Makes the headings of an article reachable by the names that they had elsewhere.</summary>
/// <remarks>
/// Ids of articles have a prefix, so that none of them takes the place of something in the page of a reader. Links and bookmarks from
/// elsewhere, such as those to the site when Jekyll or Hugo made it, do not have it.
/// </remarks>
internal static partial class HeadingAnchors
{
    /// <summary>The HTML of an article's page, in which each heading has the id without the prefix too.</summary>
    public static string Add(string html) => Heading().Replace(html, "$0<a id=\"${id}\"></a>");

    [GeneratedRegex("<h[1-6](?: [a-z]+=\"[^\"]*\")*? id=\"c-(?<id>[^\"]+)\"(?: [a-z]+=\"[^\"]*\")*>")]
    private static partial Regex Heading();
}

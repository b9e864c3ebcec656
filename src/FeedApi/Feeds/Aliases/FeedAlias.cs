using FeedApi.Model;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds.Aliases;

/// <summary>Another address of one of our feeds, or of one feed of each term of a kind.</summary>
/// <param name="Pattern">The route; <c>{slug}</c> stands in it where <paramref name="Slug"/> is null.</param>
/// <param name="Kind">The kind of term; null for the main feed.</param>
/// <param name="Slug">The term, by any spelling; empty for the main feed; null when the address names it.</param>
/// <param name="Format">The format; null when Accept chooses it.</param>
internal sealed record FeedAlias(string Pattern, TermKind? Kind, string? Slug, FeedFormat? Format)
{
    /// <summary>
    /// The number of articles that the other program showed, so that no reader takes older ones for new; null for the site's.
    /// </summary>
    internal int? Limit { get; init; }

    /// <summary>
    /// Reads the query from an address that says a part of it in its path; gives null when it names nothing. Null:
    /// the query is as it stands.
    /// </summary>
    internal Func<HttpRequest, IQueryCollection?>? QueryOf { get; init; }

    /// <summary>Which tags the address has; null for all of them.</summary>
    internal TagFeedSettings? Tags { get; init; }
}

using FeedApi.Model;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds.Aliases;

/// <summary>An additional address of one feed, or of one feed of each term of a kind.</summary>
/// <param name="Pattern">The route; contains <c>{slug}</c> when <paramref name="Slug"/> is null.</param>
/// <param name="Kind">The kind of term; null for the main feed.</param>
/// <param name="Slug">The term, in any spelling; empty for the main feed; null when it is in the address.</param>
/// <param name="Format">The format; null when it is negotiated by Accept.</param>
internal sealed record FeedAlias(string Pattern, TermKind? Kind, string? Slug, FeedFormat? Format)
{
    /// <summary>
    /// The number of articles in the other program's feed, so that readers do not see older ones as new; null for the site's default.
    /// </summary>
    internal int? Limit { get; init; }

    /// <summary>
    /// Reads the query of an address whose path contains a part of it; returns null when the path matches nothing. Null:
    /// the query is used unchanged.
    /// </summary>
    internal Func<HttpRequest, IQueryCollection?>? QueryOf { get; init; }

    /// <summary>The tags that have this address; null for all of them.</summary>
    internal TagFeedSettings? Tags { get; init; }
}

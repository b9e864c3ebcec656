namespace FeedApi.Feeds;

/// <summary>Options of the feeds.</summary>
internal sealed record FeedOptions
{
    /// <summary>
    /// Whether a reader that accepts deltas (<c>A-IM: feed</c>, RFC 3229) gets only the entries that are new or changed since its copy.
    /// Readers that are known to reject the response to their own request (rss2email) get the whole feed.
    /// </summary>
    /// <value>True or false. Default false.</value>
    public bool Delta { get; init; }
}

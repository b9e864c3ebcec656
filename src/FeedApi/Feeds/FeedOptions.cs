namespace FeedApi.Feeds;

/// <summary>What readers of feeds may ask for.</summary>
internal sealed record FeedOptions
{
    /// <summary>
    /// Whether a reader that asks for it (<c>A-IM: feed</c>, RFC 3229) gets only the entries that are new or changed since its copy.
    /// Readers that are known to ask and then drop the answer (rss2email) get the whole feed.
    /// </summary>
    /// <value>True or false. Default false.</value>
    public bool Delta { get; init; }
}

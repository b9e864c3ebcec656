using FeedApi.Http.Documents;
using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>Writes a feed as a page for people, to which the negotiated addresses respond for browsers.</summary>
internal interface IFeedPageWriter
{
    /// <summary>The page of a feed and its newest articles.</summary>
    ValueTask<Document> WriteAsync(FeedDefinition feed, IReadOnlyList<Article> articles, DateTimeOffset lastModified);
}

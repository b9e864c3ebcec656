using FeedApi.Http.Documents;
using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>Shows a feed as a page for people. The negotiated addresses answer browsers with it.</summary>
internal interface IFeedPageWriter
{
    /// <summary>The page of a feed and its newest articles.</summary>
    ValueTask<Document> WriteAsync(FeedDefinition feed, IReadOnlyList<Article> articles, DateTimeOffset lastModified);
}

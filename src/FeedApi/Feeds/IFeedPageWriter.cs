using FeedApi.Catalog;
using FeedApi.Http;

namespace FeedApi.Feeds;

/// <summary>Shows a feed as a page for people. The negotiated addresses answer browsers with it.</summary>
public interface IFeedPageWriter
{
    /// <summary>The page of a feed and its newest articles.</summary>
    ValueTask<Document> WriteAsync(FeedDefinition feed, ArticlePage page, DateTimeOffset lastModified);
}

using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>Writes feeds in one format.</summary>
internal interface IFeedWriter
{
    /// <summary>The format written.</summary>
    FeedFormat Format { get; }

    /// <summary>The bytes of a feed: UTF-8 without a byte order mark, equal for equal input in every process and at any time.</summary>
    byte[] Write(FeedDefinition feed, IReadOnlyList<Article> articles);
}

using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>
/// Limits the size of a feed: as many of the newest articles as fit are in full, the others are summaries. No article is cut or left out.
/// </summary>
internal static class FeedSizeLimiter
{
    /// <summary>The bytes of the feed, at most <paramref name="maxBytes"/> unless the summaries alone exceed it.</summary>
    public static byte[] Write(IFeedWriter writer, FeedDefinition feed, IReadOnlyList<Article> articles, int maxBytes)
    {
        var whole = writer.Write(feed, articles);
        if (whole.Length <= maxBytes || feed.Content == FeedContent.Summary) return whole;
        var (fits, tooMany) = (0, articles.Count);
        var fitting = writer.Write(feed, WithWhole(articles, 0));
        while (tooMany - fits > 1)
        {
            var count = (fits + tooMany) / 2;
            var bytes = writer.Write(feed, WithWhole(articles, count));
            if (bytes.Length <= maxBytes) (fits, fitting) = (count, bytes);
            else tooMany = count;
        }

        return fitting;
    }

    private static List<Article> WithWhole(IReadOnlyList<Article> articles, int count) =>
        [.. articles.Select((article, index) => index < count ? article : article with { Html = "" })];
}

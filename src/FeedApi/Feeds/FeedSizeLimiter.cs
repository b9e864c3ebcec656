using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>
/// Keeps a feed within its size: the newest articles whole, as many as fit, and the others as summaries. No article is cut or left out.
/// </summary>
internal static class FeedSizeLimiter
{
    /// <summary>The bytes of the feed.</summary>
    public static byte[] Write(IFeedWriter writer, FeedDefinition feed, IReadOnlyList<Article> articles, int maxBytes)
    {
        var whole = writer.Write(feed, articles);
        if (whole.Length <= maxBytes || feed.Content == FeedContent.Summary) return whole;
        var (most, tooMany) = (0, articles.Count);
        var fitting = writer.Write(feed, WithWhole(articles, 0));
        while (tooMany - most > 1)
        {
            var count = (most + tooMany) / 2;
            var bytes = writer.Write(feed, WithWhole(articles, count));
            if (bytes.Length <= maxBytes) (most, fitting) = (count, bytes);
            else tooMany = count;
        }

        return fitting;
    }

    private static List<Article> WithWhole(IReadOnlyList<Article> articles, int count) =>
        [.. articles.Select((article, index) => index < count ? article : article with { Html = "" })];
}

using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Feeds;

/// <summary>Writes a feed in any format, within the site's limit for its size.</summary>
internal sealed class FeedFormats(IEnumerable<IFeedWriter> writers, SiteConfig site)
{
    private readonly Dictionary<FeedFormat, IFeedWriter> writersByFormat = writers.ToDictionary(writer => writer.Format);

    /// <summary>The bytes of the feed.</summary>
    public byte[] Write(FeedFormat format, FeedDefinition feed, IReadOnlyList<Article> articles) =>
        FeedSizeLimiter.Write(writersByFormat[format], feed, articles, site.Limits.MaxBytes);
}

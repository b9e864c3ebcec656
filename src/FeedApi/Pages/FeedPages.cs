using FeedApi.Catalog;
using FeedApi.Feeds;
using FeedApi.Http;

namespace FeedApi.Pages;

/// <summary>Makes the page that a feed's negotiated address shows to a browser.</summary>
public sealed class FeedPages(PageRenderer renderer) : IFeedPageWriter
{
    /// <inheritdoc/>
    public async ValueTask<Document> WriteAsync(FeedDefinition feed, ArticlePage page, DateTimeOffset lastModified)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(page);
        var canonical = feed.QueryString.Length == 0 ? feed.Address : $"{feed.Address}?{feed.QueryString}";
        var feeds = FeedFormat.All.Select(format => new FeedLink($"{feed.Title} ({format.Title})", format, feed.AddressOf(format)));
        var head = new PageHead(feed.Title, feed.Description, feed.Language, canonical, [.. feeds]);
        var listing = new ArticleListing(page.Articles, Older: null, Newer: null, page.ChangedAt);
        return await renderer.RenderAsync<FeedView, FeedPage>(new FeedPage(head, listing, feed.HomePage), lastModified, [.. feed.Tags]);
    }
}

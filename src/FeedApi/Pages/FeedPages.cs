using FeedApi.Feeds;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Pages.Views;

namespace FeedApi.Pages;

/// <summary>Builds the page with which a feed's negotiated address responds to a browser.</summary>
internal sealed class FeedPages(PageRenderer renderer) : IFeedPageWriter
{
    /// <inheritdoc/>
    public async ValueTask<Document> WriteAsync(FeedDefinition feed, IReadOnlyList<Article> articles, DateTimeOffset lastModified)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(articles);
        var canonical = feed.QueryString.Length == 0 ? feed.Address : $"{feed.Address}?{feed.QueryString}";
        var feeds = FeedFormat.All.Select(format => new FeedLink($"{feed.Title} ({format.Title})", format, feed.AddressOf(format)));
        var head = new PageHead(feed.Title, feed.Description, feed.Language, canonical, [.. feeds]);
        var listing = new ArticleListing(articles, Older: null, Newer: null, lastModified) { Suffix = feed.EntryAddress("") };
        return await renderer.RenderAsync<FeedView, FeedPage>(new FeedPage(head, listing, feed.HomePage), lastModified, [.. feed.Tags]);
    }
}

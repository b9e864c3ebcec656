using FeedApi.Feeds.Aliases;
using FeedApi.Feeds.Hugo;
using FeedApi.Http.Documents;
using FeedApi.Site;

namespace FeedApi.Pages;

/// <summary>Handles requests for the pages and feeds that Hugo and Zola have of sections and languages.</summary>
internal sealed class HugoListingHandler(HugoListings addresses, HugoPages pages, FeedAliasHandler feeds, SiteConfig site)
{
    /// <summary>The response to a GET or HEAD request; null when they have nothing at the path.</summary>
    public async ValueTask<IResult?> AnswerAsync(HttpContext context, string path)
    {
        if (await addresses.FindAsync(path, context.RequestAborted) is not { } place) return null;
        if (place.Format is not null) return await feeds.AnswerAsync(context, place.Feed(site.Hugo));
        var cursor = context.Request.Query[ArticleListings.CursorParameter].ToString() is { Length: > 0 } given ? given : null;
        if (await pages.FindAsync(place, path, cursor, context.RequestAborted) is { } document) return new DocumentResult(document);
        return cursor is null ? null : PageHandler.BadCursor;
    }
}

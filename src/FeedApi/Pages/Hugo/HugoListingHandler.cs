using FeedApi.Feeds.Aliases;
using FeedApi.Feeds.Hugo;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Site;

namespace FeedApi.Pages.Hugo;

/// <summary>Handles requests for the pages and feeds that Hugo and Zola have of sections and languages.</summary>
internal sealed class HugoListingHandler(
    HugoListings addresses, HugoPages pages, FeedAliasHandler feeds, SiteConfig site, PageLinks links)
{
    /// <summary>The response to a GET or HEAD request; null when they have nothing at the path.</summary>
    public async ValueTask<IResult?> AnswerAsync(HttpContext context, string path)
    {
        if (IsDefaultLanguage(path.Trim('/'))) return new MovedResult(links.Home);
        if (await addresses.FindAsync(path, context.RequestAborted) is not { } place) return null;
        if (place.Format is not null) return await feeds.AnswerAsync(context, place.Feed(site.Hugo));
        var listed = ListingPlace.Of(context.Request);
        if (await pages.FindAsync(place, path, listed, context.RequestAborted) is { } document) return new DocumentResult(document);
        return listed.Cursor is null ? null : PageHandler.BadCursor;
    }

    // Where only the other languages have prefixes, Hugo leads from that of the default one to the home page.
    private bool IsDefaultLanguage(string path) =>
        site.Hugo is { IsMultilingual: true, IsZola: false, Languages.Default: { Prefix.Length: 0, Key: var key } }
        && path.Equals(key, StringComparison.OrdinalIgnoreCase);
}

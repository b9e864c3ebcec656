using FeedApi.Catalog;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Pages;

/// <summary>Reads one page of a list of articles for people, with the addresses of the adjacent pages.</summary>
internal sealed class ArticleListings(SiteConfig site)
{
    private readonly byte[] cursorKey = Cursor.KeyOf(site);

    /// <summary>The page; null when the cursor is not valid for this list.</summary>
    /// <param name="snapshot">The snapshot of the catalog.</param>
    /// <param name="query">The list.</param>
    /// <param name="address">The absolute address of its first page.</param>
    /// <param name="place">The page of it.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async ValueTask<ArticleListing?> ReadAsync(
        IArticleSnapshot snapshot, ArticleQuery query, string address, ListingPlace place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var scope = CanonicalQuery.ScopeOf(query);
        CursorPosition? position = place.Cursor is null ? null : Cursor.Read(place.Cursor, scope, cursorKey);
        if (place.Cursor is not null && position is null) return null;
        var page = await snapshot.ListAsync(query with { Position = position, Limit = place.Limit }, cancellationToken);
        return new ArticleListing(page.Articles, AddressOf(page.Next), AddressOf(page.Previous), page.ChangedAt);

        string? AddressOf(CursorPosition? start) => start is { } known ? AddressAt(address, Cursor.Write(known, scope, cursorKey)) : null;
    }

    /// <summary>The address of the page at a cursor.</summary>
    public static string AddressAt(string address, string? cursor) =>
        cursor is null ? address : $"{address}?{ListingPlace.CursorParameter}={Uri.EscapeDataString(cursor)}";
}

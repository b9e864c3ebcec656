using FeedApi.Catalog;
using FeedApi.Feeds.Hugo;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages.Hugo;

/// <summary>Builds the pages that Hugo and Zola have besides FeedApi's: of sections, languages, and terms in a language.</summary>
internal sealed class HugoPages(
    SiteConfig site,
    SiteLinks links,
    PageLinks pageLinks,
    TermPages terms,
    IArticleReader reader,
    ArticleListings listings,
    DocumentCache cache,
    PageRenderer renderer)
{
    /// <summary>The document; null when there is no such term, or the cursor is not valid for this list.</summary>
    /// <param name="place">What the address names.</param>
    /// <param name="path">The address, percent-decoded.</param>
    /// <param name="listed">The page of the list.</param>
    /// <param name="cancellationToken">Cancels the wait for the document.</param>
    public async ValueTask<Document?> FindAsync(HugoListing place, string path, ListingPlace listed, CancellationToken cancellationToken)
    {
        if (place is { Kind: { } kind, Slug: null }) return await terms.ListAsync(kind, cancellationToken);
        return await cache.GetOrBuildAsync(
            $"page hugo {path} {listed}",
            token => reader.ReadAsync(ReadCost.Unknown, snapshot => BuildAsync(snapshot, place, path, listed, token), token),
            cancellationToken);
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, HugoListing place, string path, ListingPlace listed, CancellationToken cancellationToken)
    {
        var term = place is { Kind: { } kind, Slug: { } slug } ? await snapshot.FindTermAsync(kind, slug, cancellationToken) : null;
        if (term is null && place.Kind is not null) return null;
        var narrow = place.Narrow(new ArticleQuery(), site.Hugo);
        var query = term is null ? narrow : narrow with { Terms = [new TermFilter(term.Kind, [term.Slug])] };
        var address = links.Public(SiteLinks.Encode(path));
        if (await listings.ReadAsync(snapshot, query, address, listed, cancellationToken) is not { } listing) return null;
        var title = place.Language?.Title ?? site.Title;
        var name = term?.Name ?? place.Section?.Title ?? title;
        var description = term?.Description ?? place.Section?.Description ?? place.Language?.Description;
        var head = new PageHead(
            name == title ? name : $"{name} - {title}",
            string.IsNullOrWhiteSpace(description) ? site.Description : description,
            place.Language?.Tag ?? site.Language,
            ArticleListings.AddressAt(address, listed.Cursor),
            [.. FeedsOf(term, CanonicalQuery.SelectionOf(narrow), name), .. pageLinks.SiteFeeds])
        {
            Translations = place is { Kind: null, Section: null, Language: not null } ? pageLinks.LanguageHomes : [],
        };
        return await renderer.RenderAsync<SectionView, SectionPage>(
            new SectionPage(head, listing, name, description), snapshot.State.ChangedAt, SurrogateKeys.Articles);
    }

    private IEnumerable<FeedLink> FeedsOf(TermSummary? term, string query, string name)
    {
        foreach (var format in FeedFormat.All)
        {
            var feed = term is null ? links.MainFeed(format.Name) : links.TermFeed(term.Kind, term.Slug, format.Name);
            yield return new FeedLink($"{name} ({format.Title})", format, query.Length == 0 ? feed : $"{feed}?{query}");
        }
    }
}

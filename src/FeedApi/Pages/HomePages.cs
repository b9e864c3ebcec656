using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Pages.Metadata;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Builds the home page and its older pages.</summary>
internal sealed class HomePages(
    SiteConfig site,
    SiteLinks links,
    PageLinks pageLinks,
    StructuredData data,
    IArticleReader reader,
    ArticleListings listings,
    DocumentCache cache,
    PageRenderer renderer)
{
    /// <summary>The document; null when the cursor is not valid for this list.</summary>
    public ValueTask<Document?> FindAsync(ListingPlace listed, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync(
            $"page / {listed}", token => reader.ReadAsync(snapshot => BuildAsync(snapshot, listed, token), token), cancellationToken);

    // As in Hugo and Zola, the home page of a site in several languages is that of the default one.
    private ArticleQuery Newest =>
        site.Hugo is { IsMultilingual: true, Languages: { Default: var language } } hugo ? new ArticleQuery().In(language, hugo) : new();

    private async ValueTask<Document?> BuildAsync(IArticleSnapshot snapshot, ListingPlace listed, CancellationToken cancellationToken)
    {
        if (await listings.ReadAsync(snapshot, Newest, pageLinks.Home, listed, cancellationToken) is not { } listing)
            return null;
        // Not on older pages too, each of which thousands of categories would make many times as long.
        var categories = listed.Cursor is null ? await snapshot.ListTermsAsync(TermKind.Category, cancellationToken) : [];
        var head = new PageHead(
            site.Title, site.Description, site.Language, ArticleListings.AddressAt(pageLinks.Home, listed.Cursor), pageLinks.SiteFeeds)
        {
            Translations = pageLinks.LanguageHomes,
            Card = new PageCard(site.Title)
            {
                Image = (site.Logo ?? site.Icon) is { } logo && links.FromRoot(logo) is { } address ? new PostImage(address) : null,
            },
            StructuredData = data.OfSite(),
        };
        return await renderer.RenderAsync<HomeView, HomePage>(
            new HomePage(head, listing, categories), snapshot.State.ChangedAt, SurrogateKeys.Articles);
    }
}

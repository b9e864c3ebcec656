using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Pages.Metadata;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Builds the pages of categories, tags and authors, and the lists of them.</summary>
internal sealed class TermPages(
    SiteConfig site,
    SiteLinks links,
    PageLinks pageLinks,
    PageTexts texts,
    StructuredData data,
    IArticleReader reader,
    ArticleListings listings,
    DocumentCache cache,
    PageRenderer renderer)
{
    /// <summary>
    /// The document; null when there is no such term, the spelling is not the canonical one, or the cursor is not valid for this list.
    /// </summary>
    public ValueTask<Document?> FindAsync(TermKind kind, string slug, ListingPlace listed, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync(
            $"page /{SiteLinks.Collection(kind)}/{slug} {listed}",
            token => reader.ReadAsync(snapshot => BuildAsync(snapshot, kind, slug, listed, token), token),
            cancellationToken);

    /// <summary>The document that lists all terms of a kind.</summary>
    public async ValueTask<Document> ListAsync(TermKind kind, CancellationToken cancellationToken)
    {
        var document = await cache.GetOrBuildAsync(
            $"page /{SiteLinks.Collection(kind)}",
            token => reader.ReadAsync(snapshot => BuildListAsync(snapshot, kind, token), token),
            cancellationToken);
        return document!;
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, TermKind kind, string slug, ListingPlace listed, CancellationToken cancellationToken)
    {
        var term = await snapshot.FindTermAsync(kind, slug, cancellationToken);
        if (term is null || !string.Equals(term.Slug, slug, StringComparison.Ordinal)) return null;
        var address = links.Term(kind, slug);
        var query = new ArticleQuery { Terms = [new TermFilter(kind, [slug])] };
        if (await listings.ReadAsync(snapshot, query, address, listed, cancellationToken) is not { } listing) return null;
        var head = new PageHead(
            pageLinks.TitleOf(term.Name),
            string.IsNullOrWhiteSpace(term.Description) ? site.Description : term.Description,
            site.Language,
            ArticleListings.AddressAt(address, listed.Cursor),
            [.. pageLinks.TermFeeds(kind, slug, term.Name), pageLinks.SiteFeeds[0]])
        {
            Card = new PageCard(term.Name) { Image = term.Image is { } image ? new PostImage(image) : null },
            StructuredData = data.Of(kind, texts.HeadingOf(kind), term),
        };
        var lastModified = term.ChangedAt > listing.ChangedAt ? term.ChangedAt : listing.ChangedAt;
        return await renderer.RenderAsync<TermView, TermPage>(
            new TermPage(head, listing, term), lastModified, SurrogateKeys.Term(kind, slug));
    }

    private async ValueTask<Document?> BuildListAsync(IArticleSnapshot snapshot, TermKind kind, CancellationToken cancellationToken)
    {
        var terms = await snapshot.ListTermsAsync(kind, cancellationToken);
        var title = pageLinks.TitleOf(texts.HeadingOf(kind));
        var head = new PageHead(title, site.Description, site.Language, pageLinks.TermList(kind), pageLinks.SiteFeeds);
        return await renderer.RenderAsync<TermListView, TermListPage>(
            new TermListPage(head, kind, terms), snapshot.State.ChangedAt, SurrogateKeys.Articles);
    }
}

using System.Text;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages.Markdown;

/// <summary>Builds what is at the addresses of pages for clients that ask for <c>text/markdown</c>: articles, and lists of them.</summary>
internal sealed class MarkdownPages(
    SiteConfig site, SiteLinks links, IArticleReader reader, ArticleListings listings, DocumentCache cache)
{
    /// <summary>An article; null when none has this percent-decoded path.</summary>
    public ValueTask<Document?> FindArticleAsync(string path, CancellationToken cancellationToken) => cache.GetOrBuildAsync(
        $"markdown {path}", token => reader.ReadAsync(snapshot => BuildAsync(snapshot, path, token), token), cancellationToken);

    /// <summary>The newest articles; null when the cursor is not one of this list.</summary>
    public ValueTask<Document?> HomeAsync(ListingPlace place, CancellationToken cancellationToken) => cache.GetOrBuildAsync(
        $"markdown / {place}",
        token => reader.ReadAsync(
            snapshot => ListAsync(snapshot, site.Title, links.Public("/"), new ArticleQuery(), SurrogateKeys.Articles, place, token),
            token),
        cancellationToken);

    /// <summary>The articles of a term; null when there is no such term, or the cursor is not one of its list.</summary>
    public ValueTask<Document?> FindTermAsync(TermKind kind, string slug, ListingPlace place, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync(
            $"markdown {kind} {slug} {place}",
            token => reader.ReadAsync(snapshot => BuildTermAsync(snapshot, kind, slug, place, token), token),
            cancellationToken);

    private async ValueTask<Document?> BuildAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        var article = await snapshot.FindByPathAsync(path, ArticleBodies.Html | ArticleBodies.Markdown, cancellationToken);
        if (article is null or { RedirectTo: not null }) return null;
        return DocumentOf(
            ArticleTexts.Markdown(article, links.Article(article)), snapshot.State.ChangedAt, SurrogateKeys.Article(article.Id));
    }

    private async ValueTask<Document?> BuildTermAsync(
        IArticleSnapshot snapshot, TermKind kind, string slug, ListingPlace place, CancellationToken cancellationToken)
    {
        var term = await snapshot.FindTermAsync(kind, slug, cancellationToken);
        if (term is null || !string.Equals(term.Slug, slug, StringComparison.Ordinal)) return null;
        var query = new ArticleQuery { Terms = [new TermFilter(kind, [slug])] };
        return await ListAsync(
            snapshot, term.Name, links.Term(kind, slug), query, SurrogateKeys.Term(kind, slug), place, cancellationToken);
    }

    private async ValueTask<Document?> ListAsync(
        IArticleSnapshot snapshot, string title, string address, ArticleQuery query, string key, ListingPlace place,
        CancellationToken cancellationToken)
    {
        if (await listings.ReadAsync(snapshot, query, address, place, cancellationToken) is not { } listing) return null;
        var text = ArticleTexts.List(title, listing.Articles.Select(article => (article, links.Article(article))), listing.Older);
        return DocumentOf(text, listing.ChangedAt, key);
    }

    private static Document DocumentOf(string text, DateTimeOffset lastModified, string key) =>
        new(ArticleTexts.MarkdownType, Encoding.UTF8.GetBytes(text), lastModified)
        {
            CacheControl = CachePolicy.Fresh,
            VariesByAccept = true,
            IsOneOfMany = true,
            Tags = [key],
        };
}

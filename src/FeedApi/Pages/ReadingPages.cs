using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Pages.Metadata;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Builds the page of an article.</summary>
internal sealed class ReadingPages(
    SiteLinks links, PageLinks pageLinks, StructuredData data, IArticleReader reader, DocumentCache cache, PageRenderer renderer)
{
    /// <summary>The document; null when no article has this path, or it redirects elsewhere.</summary>
    /// <param name="path">Percent-decoded.</param>
    /// <param name="cancellationToken">Cancels the wait for the document.</param>
    public ValueTask<Document?> FindAsync(string path, CancellationToken cancellationToken) =>
        cache.GetOrBuildAsync(
            $"article {path}", token => reader.ReadAsync(snapshot => BuildAsync(snapshot, path, token), token), cancellationToken);

    private async ValueTask<Document?> BuildAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        if (await snapshot.FindByPathAsync(path, ArticleBodies.Html | ArticleBodies.PageHtml, cancellationToken) is not { } article)
            return null;
        if (article.RedirectTo is not null) return null;
        var head = HeadOf(article) with { Translations = await TranslationsOfAsync(snapshot, article, cancellationToken) };
        // Any article may become a translation of this one.
        string[] keys = article.TranslationKey is null
            ? [SurrogateKeys.Article(article.Id)]
            : [SurrogateKeys.Article(article.Id), SurrogateKeys.Articles];
        return await renderer.RenderAsync<ReadingView, ReadingPage>(new ReadingPage(head, article), snapshot.State.ChangedAt, keys);
    }

    // Of two with one language the newest is meant.
    private async ValueTask<PageTranslation[]> TranslationsOfAsync(
        IArticleSnapshot snapshot, Article article, CancellationToken cancellationToken)
    {
        if (article.TranslationKey is not { } key) return [];
        var all = await snapshot.ListTranslationsAsync([key], cancellationToken);
        return
        [
            .. all.Where(each => each.Id == article.Id || each.Language != article.Language)
                .DistinctBy(each => each.Language, StringComparer.OrdinalIgnoreCase)
                .Select(each => new PageTranslation(each.Language, links.ArticleAt(each.Path))),
        ];
    }

    private PageHead HeadOf(Article article)
    {
        var categoryFeeds = article.Categories is [var category, ..]
            ? pageLinks.TermFeeds(TermKind.Category, category.Slug, category.Name)
            : [];
        return new PageHead(
            pageLinks.TitleOf(article.Title),
            article.Summary.Length > 0 ? article.Summary : article.Title,
            article.Language,
            links.Article(article),
            [.. categoryFeeds, .. pageLinks.SiteFeeds])
        {
            Card = new PageCard(article.Title) { Image = article.Image, Article = article },
            StructuredData = data.Of(article),
        };
    }
}

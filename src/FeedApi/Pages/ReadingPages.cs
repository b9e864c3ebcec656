using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Builds the page of an article.</summary>
internal sealed class ReadingPages(SiteLinks links, PageLinks pageLinks, IArticleReader reader, DocumentCache cache, PageRenderer renderer)
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
        return await renderer.RenderAsync<ReadingView, ReadingPage>(
            new ReadingPage(HeadOf(article), article), snapshot.State.ChangedAt, SurrogateKeys.Article(article.Id));
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
            [.. categoryFeeds, .. pageLinks.SiteFeeds]);
    }
}

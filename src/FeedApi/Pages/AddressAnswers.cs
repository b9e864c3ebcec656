using FeedApi.Catalog;
using FeedApi.Http;
using FeedApi.Rendering;

namespace FeedApi.Pages;

/// <summary>Answers every address that no route has: an article, an old or nearly right address of one, a file of the content folder, or 404.</summary>
public sealed class AddressAnswers(ReadingPages articles, ContentFiles files, IArticleStore store, SiteLinks links)
{
    /// <summary>The answer to a GET or HEAD request.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path is { HasValue: true, Value: var value } ? value : "/";
        if (await articles.FindAsync(path, context.RequestAborted) is { } document) return new DocumentResult(document);
        if (await FindMovedAsync(path, context.RequestAborted) is { } article)
        {
            context.Response.Headers.CacheControl = CachePolicy.Fresh;
            return Results.Redirect(links.Article(article), permanent: true);
        }

        if (files.Find(path[1..]) is { } file) return file;
        return await store.FindTombstoneByPathAsync(path, context.RequestAborted) is null
            ? HttpProblem.NotFound("unknown-address", "There is nothing at this address.")
            : new HttpProblem(410, "article-deleted", "Gone", "The article was published here and has been deleted.");
    }

    private async ValueTask<Article?> FindMovedAsync(string path, CancellationToken cancellationToken)
    {
        var other = path.EndsWith('/') ? path.TrimEnd('/') : path + "/";
        return await store.FindByPathAsync(other, ArticleBodies.None, cancellationToken)
            ?? await store.FindByRedirectAsync(path, cancellationToken)
            ?? await store.FindByRedirectAsync(other, cancellationToken);
    }
}

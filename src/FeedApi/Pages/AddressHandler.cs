using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Pages.Files;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Answers every address that no route has: an article, an old or nearly right address of one, a file of the content folder, or 404.</summary>
public sealed class AddressHandler(ReadingPages articles, ContentFiles files, IArticleStore store, SiteLinks links)
{
    // Folders of a bundle, one in the other, in which its files may lie; each costs two look-ups for addresses that are nobody's.
    private const int MaxLevels = 4;

    /// <summary>The answer to a GET or HEAD request.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path is { HasValue: true, Value: var value } ? value : "/";
        if (await articles.FindAsync(path, context.RequestAborted) is { } document) return new DocumentResult(document);
        if (await FindMovedAsync(path, context.RequestAborted) is { } article)
        {
            return new MovedResult(MovedResult.WithQuery(links.Article(article), context.Request));
        }

        if (files.Find(path[1..]) is { } file) return file;
        if (files.HasBundles && await FindBesideAsync(path, context.RequestAborted) is { } own) return own;
        return await store.FindTombstoneByPathAsync(path, context.RequestAborted) is null
            ? HttpProblem.NotFound("unknown-address", "There is nothing at this address.")
            : new HttpProblem(410, "article-deleted", "Gone", "The article was published here and has been deleted.");
    }

    // A file of a bundle lies below the address of its article.
    private async ValueTask<IResult?> FindBesideAsync(string path, CancellationToken cancellationToken)
    {
        var slash = path.LastIndexOf('/');
        for (var level = 0; level < MaxLevels && slash > 0 && !path.EndsWith('/'); level++, slash = path.LastIndexOf('/', slash - 1))
        {
            var article = await store.FindByPathAsync(path[..(slash + 1)], ArticleBodies.None, cancellationToken)
                ?? await store.FindByPathAsync(path[..slash], ArticleBodies.None, cancellationToken);
            if (article is not null) return files.FindBeside(article, path[(slash + 1)..]);
        }

        return null;
    }

    private async ValueTask<Article?> FindMovedAsync(string path, CancellationToken cancellationToken)
    {
        var other = path.EndsWith('/') ? path.TrimEnd('/') : path + "/";
        return await store.FindByPathAsync(other, ArticleBodies.None, cancellationToken)
            ?? await store.FindByRedirectAsync(path, cancellationToken)
            ?? await store.FindByRedirectAsync(other, cancellationToken);
    }
}

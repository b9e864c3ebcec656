using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Pages.Files;
using FeedApi.Pages.Hugo;
using FeedApi.Pages.Markdown;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>
/// Handles all addresses without a route: responds with an article, a redirect from an old or similar address of one, a file of the content
/// folder, or 404.
/// </summary>
internal sealed class AddressHandler(
    ReadingPages articles,
    MarkdownPages markdown,
    ContentFiles files,
    IArticleReader reader,
    SiteLinks links,
    SiteConfig site,
    HugoListingHandler hugo,
    HugoTerms hugoTerms)
{
    // Maximum depth of a bundle's files; each level costs two lookups for addresses that do not exist.
    private const int MaxLevels = 4;

    /// <summary>The response to a GET or HEAD request.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = context.Request.Path is { HasValue: true, Value: var value } ? value : "/";
        if (MarkdownNegotiation.IsWanted(context.Request.Headers.Accept)
            && await markdown.FindArticleAsync(path, context.RequestAborted) is { } text)
        {
            return new DocumentResult(text);
        }

        if (await articles.FindAsync(path, context.RequestAborted) is { } document) return new DocumentResult(document);
        if (site.Hugo is not null && await WithoutFileAsync(context, path) is { } own) return own;
        return await reader.ReadAsync(
            snapshot => WithoutArticleAsync(snapshot, path, context.Request, context.RequestAborted), context.RequestAborted);
    }

    // A former address of an article goes before the pages of sections, which cost a snapshot of their own.
    private async ValueTask<IResult?> WithoutFileAsync(HttpContext context, string path)
    {
        var moved = await reader.ReadAsync(
            snapshot => FindMovedAsync(snapshot, path, context.RequestAborted), context.RequestAborted);
        return moved is null ? await hugo.AnswerAsync(context, path) : null;
    }

    private async ValueTask<IResult> WithoutArticleAsync(
        IArticleSnapshot snapshot, string path, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await snapshot.FindByPathAsync(path, ArticleBodies.None, cancellationToken) is { RedirectTo: { } target })
            return new MovedResult(target, isElsewhere: true);
        if (await FindMovedAsync(snapshot, path, cancellationToken) is { } article) return MovedTo(article, request);
        if (await files.FindAsync(snapshot, path[1..], cancellationToken) is { } file) return file;
        if (await FindSimilarAsync(snapshot, path, cancellationToken) is { } similar) return MovedTo(similar, request);
        if (await hugoTerms.FindAsync(snapshot, path, cancellationToken) is { } term)
            return new MovedResult(MovedResult.WithQuery(term, request));
        if (files.HasBundles && await FindBesideAsync(snapshot, path, cancellationToken) is { } own) return own;
        return await snapshot.FindTombstoneByPathAsync(path, cancellationToken) is null
            ? HttpProblem.NotFound("unknown-address", "There is nothing at this address.")
            : new HttpProblem(410, "article-deleted", "Gone", "The article was published here and has been deleted.");
    }

    private MovedResult MovedTo(Article article, HttpRequest request) => new(MovedResult.WithQuery(links.Article(article), request));

    // A file of a bundle has an address below that of its article.
    private async ValueTask<IResult?> FindBesideAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        var slash = path.LastIndexOf('/');
        for (var level = 0; level < MaxLevels && slash > 0 && !path.EndsWith('/'); level++, slash = path.LastIndexOf('/', slash - 1))
        {
            var article = await snapshot.FindByPathAsync(path[..(slash + 1)], ArticleBodies.None, cancellationToken)
                ?? await snapshot.FindByPathAsync(path[..slash], ArticleBodies.None, cancellationToken);
            if (article is not null) return await files.FindBesideAsync(snapshot, article, path[(slash + 1)..], cancellationToken);
        }

        return null;
    }

    private static async ValueTask<Article?> FindMovedAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        var other = OtherEndOf(path);
        return await snapshot.FindByPathAsync(other, ArticleBodies.None, cancellationToken)
            ?? await snapshot.FindByRedirectAsync(path, cancellationToken)
            ?? await snapshot.FindByRedirectAsync(other, cancellationToken);
    }

    // What nobody wrote down gives way to files of the site: an address that an article left, and one with another ending.
    private static async ValueTask<Article?> FindSimilarAsync(IArticleSnapshot snapshot, string path, CancellationToken cancellationToken)
    {
        var left = await snapshot.FindByFormerPathAsync(path, cancellationToken)
            ?? await snapshot.FindByFormerPathAsync(OtherEndOf(path), cancellationToken);
        if (left is not null) return left;
        foreach (var variant in AddressVariants.Of(path))
        {
            var found = await snapshot.FindByPathAsync(variant, ArticleBodies.None, cancellationToken)
                ?? await snapshot.FindByRedirectAsync(variant, cancellationToken)
                ?? await snapshot.FindByFormerPathAsync(variant, cancellationToken);
            if (found is not null) return found;
        }

        return null;
    }

    private static string OtherEndOf(string path) => path.EndsWith('/') ? path.TrimEnd('/') : path + "/";
}

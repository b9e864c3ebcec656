using FeedApi.Api.Site;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>Handles requests for one article: responds with the article, 410 when it was deleted, or 404.</summary>
internal sealed class SingleArticle(IArticleReader reader, DocumentCache cache, ArticleContracts contracts, SiteLinks links)
{
    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context, string id)
    {
        var query = context.Request.Query;
        if (StrictParameters.FaultIn(query, ["fields", "content"]) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        if (ArticlePresentation.Parse(query, "html", out var fault) is not { } presentation)
            return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        var document = await cache.GetOrBuildAsync(
            $"api article {presentation.QueryString} {id}",
            token => reader.ReadAsync(snapshot => BuildAsync(snapshot, id, presentation, token), token),
            context.RequestAborted);
        if (document is not null) return new DocumentResult(document);
        return await reader.ReadAsync(snapshot => snapshot.FindTombstoneAsync(id, context.RequestAborted), context.RequestAborted) is null
            ? HttpProblem.NotFound(
                "unknown-article", $"There is no article \"{MessageText.Shorten(id)}\"; GET /api/v1/articles lists them.")
                : new HttpProblem(410, "article-deleted", "Gone", "The article was published here and has been deleted.");
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, string id, ArticlePresentation presentation, CancellationToken cancellationToken)
    {
        if (await snapshot.FindAsync(id, presentation.Bodies, cancellationToken) is not { } article) return null;
        var translations = await ArticleContracts.TranslationsOfAsync(snapshot, [article], cancellationToken);
        var body = ApiJson.Write(ArticleFields.Choose(contracts.Of(article, presentation.Bodies, translations), presentation.Fields));
        return new Document(ApiJson.ContentType, body, snapshot.State.ChangedAt)
        {
            CacheControl = CachePolicy.Brief,
            Link = $"<{links.Article(article)}>; rel=\"alternate\"; type=\"text/html\", {ApiCatalog.DescriptionLinkOf(links)}",
            IsOneOfMany = true,
            // Any article may become a translation of this one.
            Tags = article.TranslationKey is null ? [SurrogateKeys.Article(id)] : [SurrogateKeys.Article(id), SurrogateKeys.Articles],
        };
    }
}

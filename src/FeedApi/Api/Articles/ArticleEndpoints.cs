using System.ComponentModel;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary><c>GET /api/v1/articles</c> and <c>/api/v1/articles/{id}</c>.</summary>
internal static class ArticleEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the articles.</summary>
    public static IEndpointRouteBuilder MapArticles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Articles, Methods, (HttpContext context, ArticleListHandler handler) => handler.AnswerAsync(context))
            .WithMetadata(new QueryDescription(typeof(ArticleParameters)))
            .WithName("ListArticles")
            .WithTags("Articles")
            .WithSummary("Articles")
            .WithDescription("One page of the published articles that match every filter. "
                + "Follow page.next for the rest: each article is returned once, even while new ones are published. A selection that is "
                + "too long for an address can be the body of a request with the method QUERY (RFC 10008), as "
                + "application/x-www-form-urlencoded.")
            .Produces<ArticleListContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);

        // OpenAPI 3.1 has no operation for this method.
        routes.MapMethods(Routes.Articles, [ArticleSelections.Method], (HttpContext context, ArticleSelections handler) =>
            handler.AnswerAsync(context)).ExcludeFromDescription();

        routes.MapMethods(Routes.Article, Methods, (
                [Description("The article's id.")] string id, HttpContext context, SingleArticle handler) =>
                    handler.AnswerAsync(context, id))
            .WithMetadata(new QueryDescription(typeof(SingleArticleParameters)))
            .WithName("GetArticle")
            .WithTags("Articles")
            .WithSummary("One article")
            .WithDescription("One published article with its body.")
            .Produces<ArticleContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);

        foreach (var form in ArticleForm.All)
        {
            routes.MapMethods(Routes.ArticleIn(form.Extension), Methods, (
                    [Description("The article's id.")] string id, HttpContext context, ArticleForms handler) =>
                        handler.AnswerAsync(context, id, form))
                .WithMetadata(new QueryDescription(typeof(ArticleFormParameters)))
                .WithName("GetArticleAs" + form.Extension[..1].ToUpperInvariant() + form.Extension[1..])
                .WithTags("Articles")
                .WithSummary($"One article as {form.ContentType.Split(';')[0]}")
                .WithDescription("One published article by itself, with title, date, authors and address. At the article's own address "
                    + "too: a client that prefers text/markdown gets that.")
                .Produces<string>(StatusCodes.Status200OK, form.ContentType.Split(';')[0])
                .Produces(StatusCodes.Status304NotModified)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status410Gone);
        }

        foreach (var (extension, type) in new[] { ("csv", "text/csv"), ("ndjson", "application/x-ndjson") })
        {
            routes.MapMethods(Routes.ArticlesIn(extension), Methods, (HttpContext context, ArticleStreams handler) =>
                    handler.AnswerAsync(context, isTable: extension == "csv"))
                .WithMetadata(new QueryDescription(typeof(ArticleStreamParameters)))
                .WithName("StreamArticlesAs" + extension[..1].ToUpperInvariant() + extension[1..])
                .WithTags("Articles")
                .WithSummary($"All articles of a selection as {type}")
                .WithDescription(extension == "csv"
                    ? "All articles that match every filter in one answer, a line each after one with the names of the columns."
                    : "All articles that match every filter in one answer, as JSON on a line each.")
                .Produces<string>(StatusCodes.Status200OK, type)
                .ProducesProblem(StatusCodes.Status400BadRequest);
        }

        routes.MapMethods(Routes.RelatedArticles, Methods, (
                [Description("The article's id.")] string id, HttpContext context, RelatedArticles handler) =>
                    handler.AnswerAsync(context, id))
            .WithMetadata(new QueryDescription(typeof(RelatedParameters)))
            .WithName("ListRelatedArticles")
            .WithTags("Articles")
            .WithSummary("Related articles")
            .WithDescription(
                "Articles on the same subject: they share rare words of the title, categories and tags. The most similar come first.")
            .Produces<RelatedContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }
}

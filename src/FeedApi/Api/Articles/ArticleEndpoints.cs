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
                + "Follow page.next for the rest: each article is returned once, even while new ones are published.")
            .Produces<ArticleListContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);

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

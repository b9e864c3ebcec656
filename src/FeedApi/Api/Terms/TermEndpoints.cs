using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Terms;

/// <summary><c>GET /api/v1/categories</c>, <c>/tags</c> and <c>/authors</c>, each with <c>/{slug}</c>.</summary>
internal static class TermEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the terms.</summary>
    public static IEndpointRouteBuilder MapTerms(this IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<TermKind>()) Map(routes, kind);
        return routes;
    }

    private static void Map(IEndpointRouteBuilder routes, TermKind kind)
    {
        var (many, one, tag) = (SiteLinks.Collection(kind), TermHandler.WordOf(kind), TagOf(kind));
        routes.MapMethods(Routes.ApiTermList(kind), Methods, (HttpContext context, TermHandler handler) => handler.ListAsync(context, kind))
            .WithMetadata(new QueryDescription(typeof(TermListParameters)))
            .WithName("List" + tag)
            .WithTags(tag)
            .WithSummary(tag)
            .WithDescription($"All {many} by slug, with the number of their articles, the newest date, and their feeds. "
                + "With q only those that match, the best match first.")
            .Produces<TermListContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);

        routes.MapMethods(
            Routes.ApiTerm(kind),
            Methods,
            (string slug, HttpContext context, TermHandler handler) => handler.FindAsync(context, kind, slug))
            .WithName("Get" + kind)
            .WithTags(tag)
            .WithSummary($"One {one}")
            .WithDescription($"One {one} by its slug. A spelling that is not the canonical one is redirected.")
            .Produces<TermContract>()
            .Produces(StatusCodes.Status301MovedPermanently)
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static string TagOf(TermKind kind) => kind switch { TermKind.Category => "Categories", TermKind.Tag => "Tags", _ => "Authors" };
}

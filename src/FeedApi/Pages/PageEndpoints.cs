using FeedApi.Http.Documents;
using FeedApi.Http.Pipeline;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>The addresses of the readable site. Everything that no other route has belongs to it too: permalinks can be any path.</summary>
public static class PageEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Map(routes, "/", (HttpContext context, PageHandler answers) => answers.HomeAsync(context));
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            var collection = "/" + SiteLinks.Collection(kind);
            Map(routes, collection, (HttpContext context, PageHandler answers) => answers.TermListAsync(context, kind));
            Map(routes, collection + "/{slug}", (HttpContext context, PageHandler answers, string slug) => answers.TermAsync(context, kind, slug));
        }

        Map(routes, StyleSheet.Path, (StyleSheet sheet) => new DocumentResult(sheet.Document));
        Map(routes, "/{**path}", (HttpContext context, AddressHandler answers) => answers.AnswerAsync(context)).WithOrder(int.MaxValue).WithMetadata(EverySpelling.Mark);
        return routes;
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Methods, handler).ExcludeFromDescription();
}

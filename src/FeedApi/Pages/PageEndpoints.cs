using FeedApi.Http.Documents;
using FeedApi.Http.Pipeline;
using FeedApi.Model;
using FeedApi.Pages.Files;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>The endpoints of the pages, including all addresses without a route: permalinks can be any path.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        Map(routes, Routes.Home, (HttpContext context, PageHandler handler) => handler.HomeAsync(context));
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            Map(routes, Routes.TermList(kind), (HttpContext context, PageHandler handler) => handler.TermListAsync(context, kind));
            Map(routes, Routes.Term(kind), (HttpContext context, PageHandler handler, string slug) =>
                handler.TermAsync(context, kind, slug));
        }

        Map(routes, Routes.StyleSheet, (StyleSheet sheet) => new DocumentResult(sheet.Document));
        Map(routes, Routes.DerivedFile, DerivedFileAsync);
        Map(routes, Routes.AnyOther, (HttpContext context, AddressHandler handler) => handler.AnswerAsync(context))
            .WithOrder(int.MaxValue).WithMetadata(EverySpelling.Mark);
        return routes;
    }

    // The site may have a folder of this name itself.
    private static async Task<IResult> DerivedFileAsync(HttpContext context, DerivedFiles files, AddressHandler others, string name) =>
        await files.FindAsync(name, context.RequestAborted) is { } document
            ? new DocumentResult(document)
            : await others.AnswerAsync(context);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Methods, handler).ExcludeFromDescription();
}

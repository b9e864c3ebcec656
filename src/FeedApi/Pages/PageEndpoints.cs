using FeedApi.Http.Documents;
using FeedApi.Http.Pipeline;
using FeedApi.Model;
using FeedApi.Pages.Digests;
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
        List<RouteHandlerBuilder> pages =
        [
            routes.MapMethods(Routes.Home, Methods, (HttpContext context, PageHandler handler) => handler.HomeAsync(context)),
            routes.MapMethods(Routes.StyleSheet, Methods, (StyleSheet sheet) => new DocumentResult(sheet.Document)),
            routes.MapMethods(Routes.DerivedFile, Methods, DerivedFileAsync),
            routes.MapMethods(Routes.ProblemType, Methods, ProblemTypeAsync),
            routes.MapMethods(Routes.Digest, Methods, DigestAsync),
            routes.MapMethods(Routes.AnyOther, Methods, (HttpContext context, AddressHandler handler) => handler.AnswerAsync(context))
                .WithOrder(int.MaxValue).WithMetadata(EverySpelling.Mark),
        ];
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            pages.Add(routes.MapMethods(
                Routes.TermList(kind), Methods, (HttpContext context, PageHandler handler) => handler.TermListAsync(context, kind)));
            pages.Add(routes.MapMethods(
                Routes.Term(kind), Methods, (HttpContext context, PageHandler handler, string slug) =>
                    handler.TermAsync(context, kind, slug)));
        }

        foreach (var page in pages) page.ExcludeFromDescription();
        return routes;
    }

    // As below: the site may have a folder of this name itself.
    private static async Task<IResult> ProblemTypeAsync(HttpContext context, ProblemTypePages pages, AddressHandler others, string code) =>
        await pages.FindAsync(code, context.RequestAborted) is { } document
            ? new DocumentResult(document)
            : await others.AnswerAsync(context);

    // As below.
    private static async Task<IResult> DigestAsync(HttpContext context, DigestPages pages, AddressHandler others, string period) =>
        await pages.FindAsync(context.Request, period, context.RequestAborted) ?? await others.AnswerAsync(context);

    // The site may have a folder of this name itself.
    private static async Task<IResult> DerivedFileAsync(HttpContext context, DerivedFiles files, AddressHandler others, string name) =>
        await files.FindAsync(name, context.RequestAborted) is { } document
            ? new DocumentResult(document)
            : await others.AnswerAsync(context);
}

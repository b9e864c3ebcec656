using FeedApi.Http.Documents;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Pages.Crawlers;
using FeedApi.Pages.Digests;
using FeedApi.Pages.Files;
using FeedApi.Pages.Metadata;
using FeedApi.Pages.Search;
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
            routes.MapMethods(Routes.Search, Methods, (HttpContext context, SearchPages pages) => pages.AnswerAsync(context)),
            routes.MapMethods(Routes.StyleSheet, Methods, (StyleSheet sheet) => new DocumentResult(sheet.Document)),
            routes.MapMethods(Routes.DerivedFile, Methods, DerivedFileAsync),
            routes.MapMethods(Routes.ProblemType, Methods, ProblemTypeAsync),
            routes.MapMethods(Routes.Digest, Methods, DigestAsync),
            routes.MapMethods(Routes.Sitemap, Methods, (HttpContext context, Sitemaps sitemaps, AddressHandler others) =>
                DocumentAfterContentAsync(context, others, () => sitemaps.FindIndexAsync(context.RequestAborted))),
            routes.MapMethods(Routes.SitemapPart, Methods, (HttpContext context, Sitemaps sitemaps, AddressHandler others, string part) =>
                DocumentAfterContentAsync(context, others, () => sitemaps.FindAsync(part, context.RequestAborted))),
            routes.MapMethods(Routes.Robots, Methods, (HttpContext context, RobotsText robots, AddressHandler others) =>
                DocumentAfterContentAsync(context, others, () => ValueTask.FromResult<Document?>(robots.Document()))),
            routes.MapMethods(Routes.Icon, Methods, (HttpContext context, SiteIcon icon, AddressHandler others) =>
                DocumentAfterContentAsync(context, others, () => ValueTask.FromResult<Document?>(icon.Drawing()))),
            routes.MapMethods(Routes.Favicon, Methods, (HttpContext context, SiteIcon icon, AddressHandler others) =>
                AfterContentAsync(context, others, () => ValueTask.FromResult<IResult?>(new MovedResult(icon.Address, isElsewhere: true)))),
            routes.MapMethods(Routes.WebManifest, Methods, (HttpContext context, SiteIcon icon, AddressHandler others) =>
                DocumentAfterContentAsync(context, others, () => ValueTask.FromResult<Document?>(icon.Manifest()))),
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

    private static Task<IResult> ProblemTypeAsync(HttpContext context, ProblemTypePages pages, AddressHandler others, string code) =>
        DocumentAfterContentAsync(context, others, () => pages.FindAsync(code, context.RequestAborted));

    private static Task<IResult> DigestAsync(HttpContext context, DigestPages pages, AddressHandler others, string period) =>
        AfterContentAsync(context, others, async () => await pages.FindAsync(context.Request, period, context.RequestAborted));

    private static Task<IResult> DocumentAfterContentAsync(
        HttpContext context, AddressHandler content, Func<ValueTask<Document?>> find) =>
        AfterContentAsync(context, content, async () => await find() is { } document ? new DocumentResult(document) : null);

    // What the site has at one of these addresses itself goes first (AddressTable.GivingWay).
    private static async Task<IResult> AfterContentAsync(HttpContext context, AddressHandler content, Func<ValueTask<IResult?>> find) =>
        await content.AnswerAsync(context) is var found && found is not HttpProblem { Status: StatusCodes.Status404NotFound }
            ? found
            : await find() ?? found;

    // The site may have a folder of this name itself.
    private static async Task<IResult> DerivedFileAsync(HttpContext context, DerivedFiles files, AddressHandler others, string name) =>
        await files.FindAsync(name, context.RequestAborted) is { } document
            ? new DocumentResult(document)
            : await others.AnswerAsync(context);
}

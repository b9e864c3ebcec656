using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Opml;

/// <summary><c>GET /opml.xml</c>.</summary>
internal static class OpmlEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the list of feeds.</summary>
    public static IEndpointRouteBuilder MapOpml(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Opml, Methods, AnswerAsync)
            .WithMetadata(new QueryDescription(typeof(OpmlParameters)))
            .WithName("GetOpml")
            .WithTags("Feeds")
            .WithSummary("All feeds as OPML")
            .WithDescription("The main feed and the feeds of the categories as a subscription list (OPML 2.0) that readers import. "
                + "Groups are A to Z and 0-9, by the initial of the pinyin of a Chinese name, else by the first letter of the slug, and "
                + "one for the rest. "
                + "The main feed is omitted when category or top is given, unless no category matches.")
            .Produces<string>(StatusCodes.Status200OK, "text/x-opml")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        return routes;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, OpmlSelectionParser selections, OpmlDocuments documents)
    {
        var (selection, fault) = await selections.ParseAsync(context.Request.Query, context.RequestAborted);
        if (selection is null) return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        return new DocumentResult(await documents.FindAsync(selection, context.RequestAborted));
    }
}

using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Changes;

/// <summary><c>GET /api/v1/changes</c> and <c>/api/v1/events</c>.</summary>
internal static class ChangeEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the changes and the events.</summary>
    public static IEndpointRouteBuilder MapChanges(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Changes, Methods, (HttpContext context, ChangeHandler handler) => handler.AnswerAsync(context))
            .WithMetadata(new QueryDescription(typeof(ChangeParameters)))
            .WithName("ListChanges")
            .WithTags("Sync")
            .WithSummary("Changes since a token")
            .WithDescription("Keeps a copy of the articles up to date. Begin without since: the pages of all articles follow. Store each "
                + "upsert, remove each delete, follow page.next until it is null, and keep page.token for next time. An article that "
                + "leaves the selection is a delete in it. After 410 begin again.")
            .Produces<ChangeListContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone);

        routes.MapMethods(Routes.Events, Methods, (HttpContext context, EventHandler handler) => handler.AnswerAsync(context))
            .WithMetadata(new QueryDescription(typeof(EventParameters)))
            .WithName("StreamEvents")
            .WithTags("Sync")
            .WithSummary("Changes as they happen")
            .WithDescription("Server-sent events: article.published, article.updated, article.corrected and article.deleted, each with a "
                + "Change as its data; heartbeat every 15 seconds with the generation of the change log; resync when too much was missed, "
                + "with the address of the changes to read. The id of each event is a token: a client that reconnects with it in "
                + "Last-Event-ID misses nothing. An event is sent when what it tells of can be read.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        return routes;
    }
}

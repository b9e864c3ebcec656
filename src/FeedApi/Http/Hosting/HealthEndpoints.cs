using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Hosting;

/// <summary>Liveness and readiness, for load balancers and supervisors; on both listeners.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        string[] methods = ["GET", "HEAD"];
        routes.MapMethods(Routes.Live, methods, (HttpContext context) => Answer(context, "live"))
            .WithMetadata(OnEveryListener.Mark).ExcludeFromDescription();
        routes
            .MapMethods(
                Routes.Ready, methods, (HttpContext context, Readiness readiness, StopState stop) => AnswerReady(context, readiness, stop))
            .WithMetadata(OnEveryListener.Mark)
            .ExcludeFromDescription();
        return routes;
    }

    private static IResult AnswerReady(HttpContext context, Readiness readiness, StopState stop) => readiness switch
    {
        _ when stop.IsStopping => new HttpProblem(503, "stopping", "Stopping", "The server is stopping; it accepts no new work."),
        { Reason: { } reason } => new HttpProblem(503, "not-ready", "Not ready yet", reason) { RetryAfterSeconds = 2 },
        { StaleReason: { } reason } => new HttpProblem(503, "stale", "The index is not up to date", reason) { RetryAfterSeconds = 2 },
        { SettingsFault: { } place } => Answer(
            context,
            new { status = "ready", warning = $"The settings of the site have a fault ({place}); those read last are in effect." }),
        _ => Answer(context, "ready"),
    };

    private static IResult Answer(HttpContext context, string status) => Answer(context, new { status });

    private static IResult Answer<T>(HttpContext context, T body)
    {
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        return Results.Json(body);
    }
}

using System.Globalization;
using System.Text.Json.Serialization;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Hosting.Health;

/// <summary>Liveness and readiness, for load balancers and supervisors; on both listeners.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        string[] methods = ["GET", "HEAD"];
        routes.MapMethods(Routes.Live, methods, (HttpContext context) => Answer(context, new { status = "live" }))
            .WithMetadata(OnEveryListener.Mark).ExcludeFromDescription();
        routes.MapMethods(Routes.Ready, methods, AnswerReady).WithMetadata(OnEveryListener.Mark).ExcludeFromDescription();
        return routes;
    }

    // A server that can answer is ready: were it taken out of service for being stale, nobody would answer at all.
    private static IResult AnswerReady(HttpContext context, Readiness readiness, StopState stop, Degradations degradations)
    {
        if (stop.IsStopping) return new HttpProblem(503, "stopping", "Stopping", "The server is stopping; it accepts no new work.");
        if (readiness.Reason is { } reason) return new HttpProblem(503, "not-ready", "Not ready yet", reason) { RetryAfterSeconds = 2 };
        var reasons = degradations.Current.Select(ContractOf).ToList();
        var state = new ReadyState(
            reasons.Count > 0 ? "degraded" : "ready",
            reasons.Count > 0 ? reasons : null,
            readiness.Unrendered is > 0 and var unrendered ? unrendered : null);
        return Answer(context, state);
    }

    private static object ContractOf(Degradation each) =>
        new { code = each.Code, detail = each.Detail, since = each.Since.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };

    private static IResult Answer<T>(HttpContext context, T body)
    {
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        return Results.Json(body);
    }

    private sealed record ReadyState(
        string Status,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<object>? Reasons,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Unrendered);
}

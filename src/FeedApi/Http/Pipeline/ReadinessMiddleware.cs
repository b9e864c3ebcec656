using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Pipeline;

/// <summary>Answers 503 with Retry-After until there is something to serve. Health and documentation are always served.</summary>
internal sealed class ReadinessMiddleware(RequestDelegate next, Readiness readiness)
{
    private const int RetryAfterSeconds = 2;

    private static readonly string[] AlwaysServed = ["/health", "/docs", "/openapi.json", "/openapi.yaml"];

    public Task InvokeAsync(HttpContext context) =>
        readiness.Reason is not { } reason || IsAlwaysServed(context.Request.Path)
            ? next(context)
            : new HttpProblem(503, "starting", "Not ready yet", reason) { RetryAfterSeconds = RetryAfterSeconds }.ExecuteAsync(context);

    // Apart, because what a lambda captures is allocated where the method begins.
    private static bool IsAlwaysServed(PathString asked) =>
        AlwaysServed.Any(path => asked.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}

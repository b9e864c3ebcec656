using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Pipeline;

/// <summary>Responds 503 with Retry-After until the index is ready. Health checks and documentation are always served.</summary>
internal sealed class ReadinessMiddleware(RequestDelegate next, Readiness readiness)
{
    private const int RetryAfterSeconds = 2;

    private static readonly string[] AlwaysServed = ["/health", "/docs", "/openapi.json", "/openapi.yaml"];

    public Task InvokeAsync(HttpContext context) =>
        readiness.Reason is not { } reason || IsAlwaysServed(context.Request.Path)
            ? next(context)
            : new HttpProblem(503, "starting", "Not ready yet", reason) { RetryAfterSeconds = RetryAfterSeconds }.ExecuteAsync(context);

    // A separate method, because the closure of a lambda is allocated at the start of its method.
    private static bool IsAlwaysServed(PathString asked) =>
        AlwaysServed.Any(path => asked.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}

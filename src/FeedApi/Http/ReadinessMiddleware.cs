namespace FeedApi.Http;

/// <summary>Answers 503 with Retry-After until there is something to serve. Health and documentation are always served.</summary>
internal sealed class ReadinessMiddleware(RequestDelegate next, Readiness readiness)
{
    private const int RetryAfterSeconds = 2;

    private static readonly string[] AlwaysServed = ["/health", "/docs", "/openapi.json", "/openapi.yaml"];

    public Task InvokeAsync(HttpContext context)
    {
        if (readiness.Reason is not { } reason || AlwaysServed.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(context);
        }

        return new HttpProblem(503, "starting", "Not ready yet", reason) { RetryAfterSeconds = RetryAfterSeconds }.ExecuteAsync(context);
    }
}

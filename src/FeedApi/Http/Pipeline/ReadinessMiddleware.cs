using System.Collections.Frozen;
using FeedApi.Http.Hosting.Health;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Pipeline;

/// <summary>Responds 503 with Retry-After until the index is ready. Health checks and documentation are always served.</summary>
internal sealed class ReadinessMiddleware(RequestDelegate next, Readiness readiness)
{
    private const int RetryAfterSeconds = 2;

    private static readonly FrozenSet<string> Documentation = Routes.DocsFiles
        .Concat([Routes.OpenApiJson, Routes.OpenApiYaml, Routes.Docs])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context) =>
        readiness.Reason is not { } reason || IsAlwaysServed(context.Request.Path)
            ? next(context)
            : new HttpProblem(503, "starting", "Not ready yet", reason) { RetryAfterSeconds = RetryAfterSeconds }.ExecuteAsync(context);

    private static bool IsAlwaysServed(PathString asked) =>
        asked.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || Documentation.Contains(asked.Value?.TrimEnd('/') ?? "");
}

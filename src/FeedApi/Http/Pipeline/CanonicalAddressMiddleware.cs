using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using Microsoft.AspNetCore.Routing.Patterns;

namespace FeedApi.Http.Pipeline;

/// <summary>
/// Endpoint metadata: served at every spelling of its address. For addresses of other programs, which readers use in several spellings.
/// </summary>
internal sealed class EverySpelling
{
    /// <summary>The shared instance.</summary>
    public static EverySpelling Mark { get; } = new();
}

/// <summary>
/// Redirects to the canonical spelling of an address: letter case and trailing slash as in the route table.
/// </summary>
/// <remarks>
/// So caches store one copy, and relative addresses in responses are unambiguous. Placed after routing, which ignores both.
/// </remarks>
internal sealed class CanonicalAddressMiddleware(RequestDelegate next, CurrentGeneration site)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || IsExempt(endpoint)) return next(context);
        var path = context.Request.Path.Value ?? "/";
        if (IsCanonical(endpoint.RoutePattern, path)) return next(context);
        var canonical = site.Value.PublicUrl + new PathString(CanonicalOf(endpoint.RoutePattern, path)).ToUriComponent();
        return new MovedResult(MovedResult.WithQuery(canonical, context.Request)).ExecuteAsync(context);
    }

    // The management listener has an address of its own, and health checks do not follow redirects.
    private static bool IsExempt(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<EverySpelling>() is not null
        || endpoint.Metadata.GetMetadata<ManagementOnly>() is not null
        || endpoint.Metadata.GetMetadata<OnEveryListener>() is not null;

    private static bool IsCanonical(RoutePattern pattern, ReadOnlySpan<char> path)
    {
        foreach (var segment in pattern.PathSegments)
        {
            if (path is not ['/', ..]) return false;
            path = path[1..];
            var end = path.IndexOf('/');
            var written = end < 0 ? path : path[..end];
            if (LiteralOf(segment) is { } literal && !written.SequenceEqual(literal)) return false;
            path = path[written.Length..];
        }

        return path.IsEmpty || pattern.PathSegments.Count == 0;
    }

    private static string CanonicalOf(RoutePattern pattern, string path)
    {
        var written = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return "/" + string.Join('/', pattern.PathSegments.Select((segment, index) => LiteralOf(segment) ?? written[index]));
    }

    // Segments of the program's own addresses are one literal or one parameter.
    private static string? LiteralOf(RoutePatternPathSegment segment) =>
        segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;
}

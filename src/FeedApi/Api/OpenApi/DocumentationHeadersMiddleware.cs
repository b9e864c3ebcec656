using FeedApi.Http;

namespace FeedApi.Api.OpenApi;

/// <summary>Gives the pages below <c>/docs</c> the policy that lets their own scripts run.</summary>
internal sealed class DocumentationHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase))
            context.Response.Headers.ContentSecurityPolicy = SecurityPolicy.Documentation;
        return next(context);
    }
}

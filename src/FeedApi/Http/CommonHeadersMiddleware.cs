namespace FeedApi.Http;

/// <summary>The fields of every answer: security headers, and CORS without credentials.</summary>
internal sealed class CommonHeadersMiddleware(RequestDelegate next)
{
    private const string Exposed = "ETag, Link, Last-Modified, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Content-Location";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(AddHeaders, context.Response);
        return next(context);
    }

    private static Task AddHeaders(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        // Pages are for people only; everything else is for other people's programs and pages too.
        var isPage = headers.ContentType is [{ } type] && type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        headers["Cross-Origin-Resource-Policy"] = isPage ? "same-origin" : "cross-origin";
        if (!isPage)
        {
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = Exposed;
        }

        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = SecurityPolicy.Data;
        return Task.CompletedTask;
    }
}

namespace FeedApi.Http;

/// <summary>The fields of every answer: security headers, and CORS without credentials.</summary>
internal sealed class CommonHeadersMiddleware(RequestDelegate next)
{
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
        CrossOriginPolicy.Write(headers, headers.ContentType);
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = SecurityPolicy.Data;
        return Task.CompletedTask;
    }
}

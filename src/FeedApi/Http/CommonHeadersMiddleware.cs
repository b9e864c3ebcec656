namespace FeedApi.Http;

/// <summary>The fields of every answer that has content: security headers, and CORS without credentials.</summary>
/// <remarks>A 304 has none: the fields of the answer that is confirmed stay as they are (RFC 9111, section 3.2).</remarks>
internal sealed class CommonHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(AddHeaders, context.Response);
        return next(context);
    }

    private static Task AddHeaders(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status304NotModified) return Task.CompletedTask;
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        CrossOriginPolicy.Write(headers, headers.ContentType);
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = SecurityPolicy.Data;
        return Task.CompletedTask;
    }
}

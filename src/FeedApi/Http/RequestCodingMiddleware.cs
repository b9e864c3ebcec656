namespace FeedApi.Http;

/// <summary>Refuses requests whose body is compressed: nothing here decodes one, so nothing can be made to (RFC 9110, section 8.4).</summary>
internal sealed class RequestCodingMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.ContentEncoding.Count == 0) return next(context);
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        // Tells the client which codings would do (section 12.5.3).
        context.Response.Headers.AcceptEncoding = "identity";
        return Task.CompletedTask;
    }
}

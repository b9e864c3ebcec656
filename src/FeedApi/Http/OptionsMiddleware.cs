namespace FeedApi.Http;

/// <summary>Answers OPTIONS on every address that routing knows, preflights of browser apps among them (Fetch standard).</summary>
internal sealed class OptionsMiddleware(RequestDelegate next)
{
    private const string AcceptedFields =
        "Accept, Accept-Encoding, Accept-Language, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Range, A-IM";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var isAnswered = context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status405MethodNotAllowed;
        if (HttpMethods.IsOptions(context.Request.Method) && !isAnswered) Answer(context.Response);
    }

    private static void Answer(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = AllowedMethods.With(response.Headers.Allow);
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = AcceptedFields;
        response.Headers.AccessControlMaxAge = "86400";
        response.Headers.CacheControl = "max-age=86400";
    }
}

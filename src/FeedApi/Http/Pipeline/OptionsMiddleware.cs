using FeedApi.Http.Semantics;

namespace FeedApi.Http.Pipeline;

/// <summary>
/// Responds to OPTIONS at every address with an endpoint, including CORS preflights (Fetch standard); rejects standard methods in
/// another letter case.
/// </summary>
internal sealed class OptionsMiddleware(RequestDelegate next)
{
    private const string AcceptedFields =
        "Accept, Accept-Encoding, Accept-Language, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, "
            + "If-Unmodified-Since, Range, A-IM";

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (method is "GET" or "HEAD") return next(context);
        if (IsWrittenRight(method)) return HttpMethods.IsOptions(method) ? AnswerAsync(context) : next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        await next(context);
        var isAnswered = context.Response.HasStarted || context.Response.StatusCode != StatusCodes.Status405MethodNotAllowed;
        if (!isAnswered) Answer(context.Request.Headers, context.Response);
    }

    // Methods are case-sensitive (RFC 9110, section 9.1), but routing treats "head" as HEAD, and Kestrel then waits for a body
    // that a response to HEAD does not have.
    private static bool IsWrittenRight(string method) =>
        string.Equals(HttpMethods.GetCanonicalizedValue(method), method, StringComparison.Ordinal);

    private static void Answer(IHeaderDictionary request, HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = AllowedMethods.With(response.Headers.Allow);
        response.Headers.CacheControl = "max-age=86400";
        // A preflight has both (Fetch standard, section 4.8). To other requests these fields mean nothing.
        if (request.Origin.Count == 0 || request.AccessControlRequestMethod.Count == 0) return;
        CrossOriginPolicy.WriteOfPreflight(response.Headers);
        var hasQuery = response.Headers.Allow.ToString().Contains("QUERY", StringComparison.Ordinal);
        response.Headers.AccessControlAllowMethods = hasQuery ? "GET, HEAD, QUERY" : "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = AcceptedFields;
        response.Headers.AccessControlMaxAge = "86400";
    }
}

using FeedApi.Http.Audience;
using FeedApi.Http.Hosting;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Traffic;

/// <summary>Applies rate limits, and counts responses and readers. Placed ahead of everything that serves requests.</summary>
/// <remarks>A response that completes synchronously, as on the fast path, allocates no task here.</remarks>
internal sealed class TrafficMiddleware(
    RequestDelegate next, ManagementListener management, RequestLimits limits, ApiKeys keys, ReaderStatistics readers,
    RequestCounts counts)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Read now, because later middleware may change the request.
        var path = context.Request.Path.Value ?? "/";
        var kind = management.Owns(context) ? RequestKind.Management : RequestKinds.Of(path);
        var hasQuery = context.Request.QueryString.HasValue;
        var sent = keys.Find(context.Request.Headers.Authorization);
        var admission = sent.Key is { } key ? limits.Admit(key) : limits.Admit(kind, path, hasQuery, context.Connection.RemoteIpAddress);
        if (admission.Quota is { } quota) RateLimitFields.Write(context.Response.Headers, quota);
        var answering = admission.IsRefused ? RateLimitFields.ProblemOf(admission.Quota!).ExecuteAsync(context)
            : sent.IsUnknown ? RefuseAsync(context)
            : next(context);
        if (!answering.IsCompletedSuccessfully) return FinishAsync(answering, context, kind, path, hasQuery, admission);
        Account(context, kind, path, hasQuery, admission);
        return Task.CompletedTask;
    }

    // RFC 6750, section 3.1.
    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return BadKey.ExecuteAsync(context);
    }

    private static HttpProblem BadKey => new(
        StatusCodes.Status401Unauthorized, "bad-key", "Bad key", "The API key is not known here, or was revoked. Reading needs none.");

    private async Task FinishAsync(Task answering, HttpContext context, RequestKind kind, string path, bool hasQuery, Admission admission)
    {
        await answering;
        Account(context, kind, path, hasQuery, admission);
    }

    private void Account(HttpContext context, RequestKind kind, string path, bool hasQuery, in Admission admission)
    {
        var status = context.Response.StatusCode;
        limits.Settle(admission, status);
        if (kind is RequestKind.Feed) readers.Count(path, hasQuery, context.Request.Headers, context.Connection.RemoteIpAddress, status);
        // Last, so that when a response is counted, all its other effects are visible.
        counts.Count(kind, status);
    }
}

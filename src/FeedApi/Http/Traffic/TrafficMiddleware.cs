using FeedApi.Http.Audience;
using FeedApi.Http.Hosting;
using FeedApi.Http.Limits;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Traffic;

/// <summary>Applies rate limits, and counts responses and readers. Placed ahead of everything that serves requests.</summary>
/// <remarks>A response that completes synchronously, as on the fast path, allocates no task here.</remarks>
internal sealed class TrafficMiddleware(
    RequestDelegate next, ManagementListener management, RequestLimits limits, ReaderStatistics readers, RequestCounts counts)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Read now, because later middleware may change the request.
        var path = context.Request.Path.Value ?? "/";
        var kind = management.Owns(context) ? RequestKind.Management : RequestKinds.Of(path);
        var hasQuery = context.Request.QueryString.HasValue;
        var admission = limits.Admit(kind, path, hasQuery, context.Connection.RemoteIpAddress);
        if (admission.Quota is { } quota) RateLimitFields.Write(context.Response.Headers, quota);
        var answering = admission.IsRefused ? RateLimitFields.ProblemOf(admission.Quota!).ExecuteAsync(context) : next(context);
        if (!answering.IsCompletedSuccessfully) return FinishAsync(answering, context, kind, path, hasQuery, admission);
        Account(context, kind, path, hasQuery, admission);
        return Task.CompletedTask;
    }

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

using FeedApi.Http.Audience;
using FeedApi.Http.Hosting;
using FeedApi.Http.Limits;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Traffic;

/// <summary>Admits requests, and accounts for their answers: limits, reader statistics, counts. Goes before whatever answers.</summary>
/// <remarks>An answer that is finished when it is returned, as those of the fast path are, costs no task here.</remarks>
internal sealed class TrafficMiddleware(
    RequestDelegate next, ManagementListener management, RequestLimits limits, ReaderStatistics readers, RequestCounts counts)
{
    public Task InvokeAsync(HttpContext context)
    {
        // What comes later may change the request, so its facts are taken now.
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
        // Last, so that whoever sees an answer counted sees all that follows from it.
        counts.Count(kind, status);
    }
}

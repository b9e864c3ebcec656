using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Http.Semantics;
using Microsoft.AspNetCore.WebUtilities;

namespace FeedApi.Api;

/// <summary>
/// Lets a request with <c>min-revision</c> wait until everything of that revision can be read, so that a client never gets an answer older
/// than the event that made it ask.
/// </summary>
internal sealed class MinRevisionMiddleware(RequestDelegate next, CommitSignal signal, TimeProvider time)
{
    /// <summary>The parameter, of every address.</summary>
    public const string Parameter = "min-revision";

    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext context)
    {
        var query = context.Request.QueryString.Value;
        if (query is null || !query.Contains(Parameter, StringComparison.Ordinal) || context.Request.Query[Parameter] is not [{ } written])
        {
            await next(context);
            return;
        }

        if (!long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            await HttpProblem.BadParameter(
                Parameter, $"{Parameter} must be the revision of an event or of a page of changes.", nearest: null).ExecuteAsync(context);
            return;
        }

        if (!await IsReachedAsync(context, wanted))
        {
            await Behind().ExecuteAsync(context);
            return;
        }

        // Cached and canonical addresses are without it.
        var others = context.Request.Query.Where(parameter => parameter.Key != Parameter);
        context.Request.QueryString = new QueryString(QueryHelpers.AddQueryString("", others.SelectMany(
            parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value)))));
        await next(context);
    }

    private async Task<bool> IsReachedAsync(HttpContext context, long wanted)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            var (next, announced) = (signal.Next, signal.Latest.Revision);
            // Before the first commit since the start no answer is older than the catalog.
            if (announced == 0) announced = await RevisionAsync(context);
            if (announced >= wanted) return true;
            var left = MaxWait - time.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero) return false;
            await next.WaitAsync(left, time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            context.RequestAborted.ThrowIfCancellationRequested();
        }
    }

    private static ValueTask<long> RevisionAsync(HttpContext context) => context.RequestServices.GetRequiredService<IArticleReader>()
        .ReadAsync(snapshot => ValueTask.FromResult(snapshot.State.Revision), context.RequestAborted);

    private static HttpProblem Behind() => new(
        StatusCodes.Status503ServiceUnavailable,
        "behind",
        "Not there yet",
        "This server has not got the revision of min-revision yet.")
    {
        RetryAfterSeconds = 1,
    };
}

using FeedApi.Catalog;
using FeedApi.Http.Semantics;

namespace FeedApi.Api;

/// <summary>Answers 503 for a search that was given up, be it of the API, of a feed or of a page.</summary>
/// <remarks>
/// Nothing of it is shown: a page that lacks articles looks like one that is complete, and a feed would lose them for good.
/// </remarks>
internal sealed class SearchBudgetMiddleware(RequestDelegate next)
{
    private const int RetryAfterSeconds = 5;

    private static HttpProblem Problem => new(
        503,
        "search-budget",
        "Search too expensive",
        "The search took longer than one may, so nothing of it is shown. "
            + "More or longer words, a filter (category, tag, from, to) or fewer exclusions make it faster.")
    {
        RetryAfterSeconds = RetryAfterSeconds,
    };

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (SearchBudgetException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await Problem.ExecuteAsync(context);
        }
    }
}

using FeedApi.Catalog;
using FeedApi.Http.Semantics;

namespace FeedApi.Api;

/// <summary>Responds with 503 to a search that exceeded its budget, whether by the API, a feed or a page.</summary>
/// <remarks>
/// Partial results are not returned: an incomplete page looks complete, and a feed would never deliver the missing articles.
/// </remarks>
internal sealed class SearchBudgetMiddleware(RequestDelegate next)
{
    private const int RetryAfterSeconds = 5;

    private static HttpProblem Problem => new(
        503,
        "search-budget",
        "Search too expensive",
        "The search exceeded its time limit, so no results are returned. "
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

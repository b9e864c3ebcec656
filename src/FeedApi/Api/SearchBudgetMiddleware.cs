using FeedApi.Catalog;
using FeedApi.Http.Semantics;

namespace FeedApi.Api;

/// <summary>
/// Responds with 503 to a search that exceeded its budget, and to a request for which too many others are waiting, whether by the API, a
/// feed or a page.
/// </summary>
/// <remarks>
/// Partial results are not returned: an incomplete page looks complete, and a feed would never deliver the missing articles.
/// </remarks>
internal sealed class SearchBudgetMiddleware(RequestDelegate next)
{
    private const int RetryAfterSeconds = 5;

    private static HttpProblem OverBudget => ProblemOf(
        "search-budget",
        "Search too expensive",
        "The search exceeded its time limit, so no results are returned. "
            + "More or longer words, a filter (category, tag, from, to) or fewer exclusions make it faster.");

    private static HttpProblem SearchesBusy => ProblemOf(
        "search-busy",
        "Too many searches",
        "Too many searches, facets and counts are waiting. Feeds, lists without them and articles are served meanwhile.");

    private static HttpProblem Busy => ProblemOf("busy", "Too many requests", "Too many requests are waiting.");

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (SearchBudgetException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await OverBudget.ExecuteAsync(context);
        }
        catch (CatalogBusyException busy) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await (busy.IsExpensive ? SearchesBusy : Busy).ExecuteAsync(context);
        }
    }

    private static HttpProblem ProblemOf(string code, string title, string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, code, title, detail) { RetryAfterSeconds = RetryAfterSeconds };
}

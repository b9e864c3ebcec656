using FeedApi.Catalog;
using FeedApi.Http.Semantics;

namespace FeedApi.Api;

/// <summary>Responds with 503 to a request for something that cannot be read from the index; it is being mended meanwhile.</summary>
internal sealed class IndexDamageMiddleware(RequestDelegate next)
{
    private const int RetryAfterSeconds = 2;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (IndexDamageException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await new HttpProblem(
                StatusCodes.Status503ServiceUnavailable,
                "index-damaged",
                "Being mended",
                "This cannot be read from the index for now. What is damaged is being made anew from the posts.")
            {
                RetryAfterSeconds = RetryAfterSeconds,
            }.ExecuteAsync(context);
        }
    }
}

namespace FeedApi.Http.Pipeline;

/// <summary>Says in every answer of the API, errors among them, that it is to end. In the pipeline only when it is.</summary>
internal sealed class DeprecationMiddleware(RequestDelegate next, ApiOptions api)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.OnStarting(() =>
            {
                DeprecationFields.Write(context.Response, api);
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}

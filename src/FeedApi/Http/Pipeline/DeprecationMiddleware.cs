namespace FeedApi.Http.Pipeline;

/// <summary>Adds <see cref="DeprecationFields"/> to every response of the API, including errors. Used only when configured.</summary>
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

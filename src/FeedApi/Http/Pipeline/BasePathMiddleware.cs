using FeedApi.Http.Hosting;

namespace FeedApi.Http.Pipeline;

/// <summary>Moves the base path of the site from the path of a request to its base, when the path begins with it.</summary>
/// <remarks>Unlike the framework's, it follows the settings of the site. A site without a base path costs one read of a field.</remarks>
internal sealed class BasePathMiddleware(RequestDelegate next, CurrentGeneration site)
{
    public Task InvokeAsync(HttpContext context)
    {
        foreach (var basePath in site.Value.BasePaths)
        {
            var request = context.Request;
            if (!request.Path.StartsWithSegments(basePath, out var matched, out var rest)) continue;
            request.PathBase = request.PathBase.Add(matched);
            request.Path = rest;
            break;
        }

        return next(context);
    }
}

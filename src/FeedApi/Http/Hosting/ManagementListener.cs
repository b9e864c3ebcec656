using FeedApi.Http.Semantics;

namespace FeedApi.Http.Hosting;

/// <summary>Keeps operations endpoints on addresses of their own (<c>Management:Urls</c>), and everything else off those.</summary>
/// <param name="ports">The ports of the management listener; empty: operations endpoints answer nowhere.</param>
internal sealed class ManagementListener(IReadOnlyCollection<int> ports)
{
    /// <summary>True when the request came in on the management listener.</summary>
    public bool Owns(HttpContext context) => ports.Count > 0 && ports.Contains(context.Connection.LocalPort);
}

/// <summary>Marks an endpoint that answers only on the management listener.</summary>
internal sealed class ManagementOnly
{
    /// <summary>The one mark.</summary>
    public static ManagementOnly Mark { get; } = new();
}

/// <summary>Marks an endpoint that answers on both listeners.</summary>
internal sealed class OnEveryListener
{
    /// <summary>The one mark.</summary>
    public static OnEveryListener Mark { get; } = new();
}

/// <summary>Hides what does not belong to the listener that a request came in on; placed after routing.</summary>
internal sealed class ManagementMiddleware(RequestDelegate next, ManagementListener listener, EndpointDataSource endpoints)
{
    private readonly ManagementRoutes routes = new(endpoints);

    public Task InvokeAsync(HttpContext context) => IsVisible(context)
        ? next(context)
        : HttpProblem.NotFound("unknown-address", "There is nothing at this address.").ExecuteAsync(context);

    private bool IsVisible(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<OnEveryListener>() is not null) return true;
        if (!listener.Owns(context)) return endpoint?.Metadata.GetMetadata<ManagementOnly>() is null;
        // Routing's own endpoint, which says 405, carries no mark.
        return endpoint is RouteEndpoint
            ? ManagementRoutes.IsOnListener(endpoint)
            : endpoint is not null && routes.Have(context.Request.Path);
    }
}

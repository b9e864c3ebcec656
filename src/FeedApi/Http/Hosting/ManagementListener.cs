using FeedApi.Http.Semantics;

namespace FeedApi.Http.Hosting;

/// <summary>The management listener (<c>Management:Urls</c>), on which operations endpoints are served, and nothing else.</summary>
/// <param name="ports">The ports of the management listener; when empty, operations endpoints are not served at all.</param>
internal sealed class ManagementListener(IReadOnlyCollection<int> ports)
{
    /// <summary>True when the request was received on the management listener.</summary>
    public bool Owns(HttpContext context) => Owns(context.Connection.LocalPort);

    /// <summary>True when it listens on the port.</summary>
    public bool Owns(int port) => ports.Count > 0 && ports.Contains(port);
}

/// <summary>Endpoint metadata: served only on the management listener.</summary>
internal sealed class ManagementOnly
{
    /// <summary>The shared instance.</summary>
    public static ManagementOnly Mark { get; } = new();
}

/// <summary>Endpoint metadata: served on both listeners.</summary>
internal sealed class OnEveryListener
{
    /// <summary>The shared instance.</summary>
    public static OnEveryListener Mark { get; } = new();
}

/// <summary>Responds 404 for endpoints that do not belong to the listener of the request; placed after routing.</summary>
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
        // Routing's own endpoint for 405 has no metadata.
        return endpoint is RouteEndpoint
            ? ManagementRoutes.IsOnListener(endpoint)
            : endpoint is not null && routes.Have(context.Request.Path);
    }
}

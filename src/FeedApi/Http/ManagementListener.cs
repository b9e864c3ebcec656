namespace FeedApi.Http;

/// <summary>Keeps operations endpoints on addresses of their own (<c>Management:Urls</c>), and everything else off those.</summary>
/// <param name="ports">The ports of the management listener; empty: operations endpoints answer nowhere.</param>
public sealed class ManagementListener(IReadOnlyCollection<int> ports)
{
    /// <summary>True when the request came in on the management listener.</summary>
    public bool Owns(HttpContext context) => ports.Contains(context.Connection.LocalPort);
}

/// <summary>Marks an endpoint that answers only on the management listener.</summary>
public sealed class ManagementOnly
{
    /// <summary>The one mark.</summary>
    public static ManagementOnly Mark { get; } = new();
}

/// <summary>Marks an endpoint that answers on both listeners.</summary>
public sealed class OnEveryListener
{
    /// <summary>The one mark.</summary>
    public static OnEveryListener Mark { get; } = new();
}

/// <summary>Hides what does not belong to the listener that a request came in on; placed after routing.</summary>
internal sealed class ManagementMiddleware(RequestDelegate next, ManagementListener listener)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        var isVisible = endpoint?.Metadata.GetMetadata<OnEveryListener>() is not null
            || (endpoint?.Metadata.GetMetadata<ManagementOnly>() is not null) == listener.Owns(context);
        return isVisible ? next(context) : HttpProblem.NotFound("unknown-address", "There is nothing at this address.").ExecuteAsync(context);
    }
}

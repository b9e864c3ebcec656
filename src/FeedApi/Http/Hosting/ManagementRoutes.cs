using Microsoft.AspNetCore.Routing.Template;

namespace FeedApi.Http.Hosting;

/// <summary>
/// Matches the paths of the management listener, because routing finds no endpoint for a method that is not allowed.
/// </summary>
internal sealed class ManagementRoutes(EndpointDataSource endpoints)
{
    private readonly Lazy<TemplateMatcher[]> matchers = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsOnListener).Select(MatcherOf)]);

    /// <summary>True when the management listener has an endpoint at the path, for any method.</summary>
    public bool Have(PathString path) => Array.Exists(matchers.Value, matcher => matcher.TryMatch(path, []));

    /// <summary>True when the endpoint is served on the management listener.</summary>
    public static bool IsOnListener(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ManagementOnly>() is not null || endpoint.Metadata.GetMetadata<OnEveryListener>() is not null;

    private static TemplateMatcher MatcherOf(RouteEndpoint endpoint) => new(new RouteTemplate(endpoint.RoutePattern), []);
}

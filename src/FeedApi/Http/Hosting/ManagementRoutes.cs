using Microsoft.AspNetCore.Routing.Template;

namespace FeedApi.Http.Hosting;

/// <summary>
/// The addresses that the management listener has, by path: for methods that none of its endpoints takes, routing names no endpoint.
/// </summary>
internal sealed class ManagementRoutes(EndpointDataSource endpoints)
{
    private readonly Lazy<TemplateMatcher[]> matchers = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsOnListener).Select(MatcherOf)]);

    /// <summary>True when there is something at the path, for some method.</summary>
    public bool Have(PathString path) => Array.Exists(matchers.Value, matcher => matcher.TryMatch(path, []));

    /// <summary>True when the management listener shows the endpoint.</summary>
    public static bool IsOnListener(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ManagementOnly>() is not null || endpoint.Metadata.GetMetadata<OnEveryListener>() is not null;

    private static TemplateMatcher MatcherOf(RouteEndpoint endpoint) => new(new RouteTemplate(endpoint.RoutePattern), []);
}

using FeedApi.Http.Documents;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Site;

/// <summary><c>GET /.well-known/api-catalog</c>.</summary>
internal static class ApiCatalogEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the catalog of the API.</summary>
    public static IEndpointRouteBuilder MapApiCatalog(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.ApiCatalog, Methods, (ApiCatalog catalog) => new DocumentResult(catalog.Document))
            .ExcludeFromDescription();
        return routes;
    }
}

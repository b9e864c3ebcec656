using FeedApi.Api.Articles;
using FeedApi.Api.Operations;
using FeedApi.Api.Site;
using FeedApi.Api.Terms;

namespace FeedApi.Api;

/// <summary>Registers the services and endpoints of the API.</summary>
internal static class ApiSetup
{
    /// <summary>Registers the handlers of the API. Requires the site, its links, the catalog, the clock and the document cache.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<ArticleContracts>()
        .AddSingleton<ArticleListHandler>()
        .AddSingleton<SingleArticle>()
        .AddSingleton<RelatedArticles>()
        .AddSingleton<TermHandler>()
        .AddSingleton<ApiCatalog>()
        .ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions));

    /// <summary>Maps the API.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapArticles().MapTerms().MapSite().MapProblems().MapReaders().MapApiCatalog();
}

using FeedApi.Api.Articles;
using FeedApi.Api.Changes;
using FeedApi.Api.OpenApi;
using FeedApi.Api.Operations;
using FeedApi.Api.Site;
using FeedApi.Api.Terms;
using FeedApi.Http.Telemetry;

namespace FeedApi.Api;

/// <summary>Registers the services and endpoints of the API.</summary>
internal static class ApiSetup
{
    /// <summary>Registers the handlers of the API. Requires the site, its links, the catalog, the clock and the document cache.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<ArticleContracts>()
        .AddSingleton<ArticleListHandler>()
        .AddSingleton<ArticleSelections>()
        .AddSingleton<SingleArticle>()
        .AddSingleton<ArticleForms>()
        .AddSingleton<ArticleStreams>()
        .AddSingleton<RelatedArticles>()
        .AddSingleton<ChangeSelectionParser>()
        .AddSingleton<ChangeContracts>()
        .AddSingleton<ChangeHandler>()
        .AddSingleton<EventChunks>()
        .AddSingleton<Changes.EventHandler>()
        .AddSingleton<TermHandler>()
        .AddSingleton<WithdrawalHandler>()
        .AddSingleton<Explanations>()
        .AddSingleton<ApiCatalog>()
        .AddSingleton<OpenApiDocuments>();

    /// <summary>Registers what does not depend on the site: the form of JSON, and the description of the API.</summary>
    public static IServiceCollection AddApiOfServer(this IServiceCollection services) => services
        .AddSingleton<EventStreams>()
        .AddSingleton<IInstruments, EventInstruments>()
        .ConfigureHttpJsonOptions(options => ApiJson.Apply(options.SerializerOptions))
        .AddOpenApiDescription();

    /// <summary>Maps the API.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapArticles().MapChanges().MapTerms().MapSite().MapProblems().MapExplanations().MapReaders().MapWithdrawals()
            .MapApiCatalog();
}

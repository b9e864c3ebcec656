using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Catalog;

/// <summary>Registers the services of the catalog.</summary>
internal static class CatalogSetup
{
    /// <summary>Registers the catalog of a data folder and the parser of its queries.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">The folder that contains the index.</param>
    /// <param name="renderingVersion">The version of rendering; the index is rebuilt when it changes.</param>
    /// <param name="search">The settings section <c>Search</c>.</param>
    public static IServiceCollection AddCatalog(
        this IServiceCollection services, string dataFolder, int renderingVersion, SearchOptions search) => services
        .AddSingleton(provider => SqliteArticleStore.Open(
            dataFolder,
            renderingVersion,
            provider.GetRequiredService<SiteConfig>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteArticleStore>>(),
            TimeSpan.FromMilliseconds(search.BudgetMilliseconds)))
        .AddSingleton<IArticleReader>(provider => provider.GetRequiredService<SqliteArticleStore>())
        .AddSingleton<IArticleWriter>(provider => provider.GetRequiredService<SqliteArticleStore>())
        .AddSingleton(provider => provider.GetRequiredService<SqliteArticleStore>().Sources)
        .AddSingleton<ITermLookup, PresentTerms>()
        .AddHostedService<SqliteIndexCheck>()
        .AddSingleton<ArticleQueryParser>();
}

using FeedApi.Catalog.Sqlite;
using FeedApi.Content;

namespace FeedApi.Catalog;

/// <summary>Puts the room together.</summary>
public static class CatalogSetup
{
    /// <summary>Adds the catalog, kept in a data folder, and the parser of its queries.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataFolder">The folder of the index.</param>
    /// <param name="searchBudget">How long one search may take.</param>
    public static IServiceCollection AddCatalog(this IServiceCollection services, string dataFolder, TimeSpan searchBudget) => services
        .AddSingleton(provider => SqliteArticleStore.Open(
            dataFolder,
            provider.GetRequiredService<SiteConfig>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteArticleStore>>(),
            searchBudget))
        .AddSingleton<IArticleStore>(provider => provider.GetRequiredService<SqliteArticleStore>())
        .AddHostedService<SqliteIndexCheck>()
        .AddSingleton<ArticleQueryParser>();
}

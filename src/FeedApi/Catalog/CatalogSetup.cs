using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Catalog;

/// <summary>Puts the room together.</summary>
internal static class CatalogSetup
{
    /// <summary>Adds the catalog, kept in a data folder, and the parser of its queries.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataFolder">The folder of the index.</param>
    /// <param name="renderingVersion">Another one makes the index be built anew, because the same posts give other articles.</param>
    /// <param name="search">The section <c>Search</c>.</param>
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

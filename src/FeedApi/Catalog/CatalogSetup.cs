using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Catalog;

/// <summary>Registers the services of the catalog.</summary>
internal static class CatalogSetup
{
    /// <summary>Registers the catalog of a data folder. Requires the clock and the <see cref="IndexVersions"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="site">The site at the start; <see cref="SqliteArticleStore.For"/> opens the same index for others.</param>
    /// <param name="dataFolder">The folder that contains the index.</param>
    /// <param name="search">The settings section <c>Search</c>.</param>
    public static IServiceCollection AddCatalog(
        this IServiceCollection services, SiteConfig site, string dataFolder, SearchOptions search) => services
        .AddSingleton(provider => SqliteArticleStore.Open(
            dataFolder,
            provider.GetRequiredService<IndexVersions>(),
            site,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteArticleStore>>(),
            search,
            provider.GetService<ThreadClock>(),
            provider.GetService<IndexUpgrade>()))
        .AddSingleton<IArticleReader>(provider => provider.GetRequiredService<SqliteArticleStore>())
        .AddSingleton(provider => provider.GetRequiredService<SqliteArticleStore>().Damage)
        .AddSingleton(provider => provider.GetRequiredService<SqliteArticleStore>().Outlines)
        .AddHostedService<SqliteIndexCheck>();

    /// <summary>Registers the parser of queries. Requires the site and its catalog.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services) =>
        services.AddSingleton<ITermLookup, PresentTerms>().AddSingleton<ArticleQueryParser>();
}

using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Tests.Catalog.Contract;
using FeedApi.Tests.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedApi.Tests.Catalog.Sqlite;

/// <summary>The contract of a catalog, kept by SQLite.</summary>
public sealed class SqliteCatalogTests : CatalogContractTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-catalog-");
    private SqliteArticleStore? store;

    public override async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private protected override CatalogUnderTest Open()
    {
        store = SqliteArticleStore.Open(
            folder.FullName,
            SqliteSchema.VersionsWith(rendering: 1),
            Sample.Site,
            TimeProvider.System,
            NullLogger<SqliteArticleStore>.Instance,
            new SearchOptions { BudgetMilliseconds = 600_000 });
        return new CatalogUnderTest(store, store, store.Sources);
    }
}

using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Tests.Catalog.Contract;
using FeedApi.Tests.Rendering;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedApi.Tests.Catalog.Sqlite;

/// <summary>The contract of names, kept by SQLite.</summary>
public sealed class SqliteNameTests : NameContractTests, IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-names-");
    private readonly List<SqliteArticleStore> stores = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores) await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private protected override CatalogUnderTest Open()
    {
        var store = SqliteArticleStore.Open(
            folder.CreateSubdirectory($"{stores.Count}").FullName,
            SqliteSchema.VersionsWith(rendering: 1),
            Sample.Site,
            TimeProvider.System,
            NullLogger<SqliteArticleStore>.Instance,
            new SearchOptions { BudgetMilliseconds = 600_000 });
        stores.Add(store);
        return new CatalogUnderTest(store, store, store.Sources);
    }
}

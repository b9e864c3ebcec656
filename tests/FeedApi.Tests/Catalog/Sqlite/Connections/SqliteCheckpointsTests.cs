using System.Security.Cryptography;
using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Tests.Catalog.Contract;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Rendering;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Connections;

public sealed class SqliteCheckpointsTests : IAsyncLifetime
{
    // Beyond those after which a checkpoint begins, and far from the 4,000 after which SQLite makes a commit wait for one.
    private const int Pages = 1_100;

    private static readonly string Name = IndexFiles.NameOf(SqliteSchema.Version);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("feedapi-checkpoints-");
    private SqliteArticleStore store = null!;

    public ValueTask InitializeAsync()
    {
        store = SqliteArticleStore.Open(
            folder.FullName,
            SqliteSchema.VersionsWith(rendering: 1),
            Sample.Site,
            TimeProvider.System,
            NullLogger<SqliteArticleStore>.Instance,
            new SearchOptions());
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_log_is_written_into_the_file_beside_the_commits()
    {
        var catalog = new CatalogUnderTest(store, store, store.Sources);
        for (var day = 1; SizeOf(Name + "-wal") < Pages * SqliteSchema.PageBytes; day++)
            await catalog.CommitAsync(Outcomes.Published(day, post => post with { Body = RandomText() }));

        Assert.InRange(SizeOf(Name + "-wal"), 0, 2 * Pages * SqliteSchema.PageBytes);
        await TestSite.UntilAsync(() => Task.FromResult(SizeOf(Name) > 1_000 * SqliteSchema.PageBytes), "the file has the pages");
    }

    // It cannot be packed.
    private static string RandomText() => Convert.ToHexString(RandomNumberGenerator.GetBytes(400_000));

    private long SizeOf(string file) => new FileInfo(Path.Combine(folder.FullName, file)).Length;
}

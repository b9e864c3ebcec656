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
    // Some thirty pages each: more than those after which a checkpoint begins, and fewer than the 4,000 after which SQLite makes a commit
    // wait for one.
    private const int Saves = 60;
    private const int Posts = 28;

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

        for (var save = 0; save < Saves; save++)
            await catalog.CommitAsync(Outcomes.Published(1 + (save % Posts), post => post with { Body = RandomText() }));

        await TestSite.UntilAsync(() => Task.FromResult(SizeOf(Name) > 1_000 * SqliteSchema.PageBytes), "the file has the pages");
        Assert.True(SizeOf(Name + "-wal") < 4_000 * SqliteSchema.PageBytes, "SQLite itself wrote the log into the file.");
    }

    // It cannot be packed.
    private static string RandomText() => Convert.ToHexString(RandomNumberGenerator.GetBytes(400_000));

    private long SizeOf(string file) => new FileInfo(Path.Combine(folder.FullName, file)).Length;
}

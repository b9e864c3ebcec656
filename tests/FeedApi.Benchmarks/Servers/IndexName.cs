using FeedApi.Catalog.Sqlite;
using FeedApi.Catalog.Sqlite.Upgrades;

namespace FeedApi.Benchmarks.Servers;

/// <summary>The names of the files of the index, as a server of this version has them in its data folder.</summary>
public static class IndexName
{
    /// <summary>The database.</summary>
    public static string Database { get; } = IndexFiles.NameOf(SqliteSchema.Version);

    /// <summary>Its log.</summary>
    public static string Log { get; } = Database + "-wal";

    /// <summary>What SQLite keeps beside the log.</summary>
    public static string SharedMemory { get; } = Database + "-shm";
}

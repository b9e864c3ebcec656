using FeedApi.Benchmarks.Servers;
using Microsoft.Data.Sqlite;

namespace FeedApi.Reliability.Kills;

/// <summary>Asks SQLite whether an index that a killed server left is whole.</summary>
internal static class IndexCheck
{
    /// <summary>What is wrong; null when nothing is, or there is no index yet.</summary>
    /// <param name="data">The data folder, of which a copy is looked at: whoever opens the index also mends it.</param>
    public static string? FaultOf(string data)
    {
        if (!File.Exists(Path.Combine(data, IndexName.Database))) return null;
        var copy = Directory.CreateTempSubdirectory("feedapi-check-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(data, IndexName.Database + "*"))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            using var connection = new SqliteConnection($"Data Source={Path.Combine(copy, IndexName.Database)};Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            return command.ExecuteScalar() as string is { } verdict and not "ok" ? verdict : null;
        }
        catch (SqliteException failure)
        {
            return failure.Message;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}

using FeedApi.Benchmarks.Servers;
using Microsoft.Data.Sqlite;

namespace FeedApi.Reliability.Sites;

/// <summary>A file that the index knows.</summary>
/// <param name="Path">Below the content folder.</param>
/// <param name="ArticleId">The id of its article; null when it has none.</param>
internal sealed record IndexSource(string Path, string? ArticleId);

/// <summary>Reads which article comes from which file: the API tells nobody where a post is.</summary>
internal static class IndexSources
{
    /// <summary>Every file.</summary>
    /// <param name="data">The data folder, of a server that may be running.</param>
    public static IReadOnlyList<IndexSource> Read(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, IndexName.Database)};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sources.path, articles.id FROM sources LEFT JOIN articles ON articles.source = sources.path";
        using var reader = command.ExecuteReader();
        List<IndexSource> sources = [];
        while (reader.Read()) sources.Add(new IndexSource(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)));
        return sources;
    }
}

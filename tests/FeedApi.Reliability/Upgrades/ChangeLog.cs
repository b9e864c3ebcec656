using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FeedApi.Reliability.Upgrades;

/// <summary>The change log of an index.</summary>
/// <param name="Sequence">The last sequence that was given.</param>
/// <param name="RenderedAs">Version of rendering and settings of all articles; null or empty while they are being read.</param>
/// <param name="Places">The sequence of the last change of each article by its id, of deleted ones too.</param>
internal sealed record ChangeLog(long Sequence, string? RenderedAs, IReadOnlyDictionary<string, long> Places)
{
    /// <summary>That of an index of which a server may be running; null when there is none.</summary>
    public static ChangeLog? Read(string index)
    {
        if (!File.Exists(index)) return null;
        using var connection = new SqliteConnection($"Data Source={index};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var (sequence, renderedAs) = StateOf(connection);
        return new ChangeLog(sequence, renderedAs, PlacesOf(connection));
    }

    /// <summary>What whoever has followed the log of the former server misses, or is told in vain.</summary>
    /// <param name="former">The log of the former server.</param>
    /// <param name="changed">What has changed since the last token of the former server.</param>
    /// <param name="never">What has never changed.</param>
    public IEnumerable<string> FaultsAfter(ChangeLog former, IEnumerable<string> changed, IEnumerable<string> never)
    {
        if (Sequence < former.Sequence)
            yield return string.Create(CultureInfo.InvariantCulture, $"the sequence went back from {former.Sequence} to {Sequence}");
        foreach (var id in changed)
        {
            if (!(Places.GetValueOrDefault(id) > former.Sequence)) yield return $"the change of {id} is not told";
        }

        foreach (var id in never)
        {
            if (Places.GetValueOrDefault(id) != former.Places.GetValueOrDefault(id)) yield return $"{id} is told again, and is as it was";
        }
    }

    private static (long Sequence, string? RenderedAs) StateOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, fingerprint FROM state";
        using var row = command.ExecuteReader();
        row.Read();
        return (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1));
    }

    private static Dictionary<string, long> PlacesOf(SqliteConnection connection)
    {
        var places = new Dictionary<string, long>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, sequence FROM changes";
        using var rows = command.ExecuteReader();
        while (rows.Read()) places.Add(rows.GetString(0), rows.GetInt64(1));
        return places;
    }
}

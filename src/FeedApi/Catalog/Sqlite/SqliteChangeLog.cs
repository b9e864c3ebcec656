using System.Text.Json;
using FeedApi.Rendering;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Appends to the change log: one entry an article, the latest.</summary>
internal sealed class SqliteChangeLog(SqliteSession session, long now)
{
    private const string Columns = "sequence, kind, id, guid, terms, at";

    private readonly Dictionary<string, Change> changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ChangedTerm>> carried = new(StringComparer.Ordinal);
    private long sequence = SqliteState.Read(session).Sequence;

    /// <summary>What was appended, in order; of each article the latest.</summary>
    public IReadOnlyList<Change> Changes => [.. changes.Values.OrderBy(change => change.Sequence)];

    /// <summary>The last sequence given.</summary>
    public long LastSequence => sequence;

    /// <summary>Appends a change.</summary>
    public void Add(ChangeKind kind, string id, string guid, IReadOnlyList<ChangedTerm> terms)
    {
        IEnumerable<ChangedTerm> touched = terms;
        if (changes.TryGetValue(id, out var earlier)) touched = touched.Union(earlier.Terms);
        if (carried.Remove(id, out var more)) touched = touched.Union(more);
        var change = new Change(++sequence, kind, id, guid, [.. touched], Instant.From(now));
        changes[id] = change;
        session.Run("INSERT OR REPLACE INTO changes VALUES($1, $2, $3, $4, $5, $6)", sequence, (int)kind, id, guid, Write(change.Terms), now);
    }

    /// <summary>Keeps terms for the next change of an article, which takes the place of another file's.</summary>
    public void Carry(string id, IReadOnlyList<ChangedTerm> terms) => carried[id] = terms;

    /// <summary>Changes after a sequence, in order.</summary>
    public static IReadOnlyList<Change> Read(SqliteSession session, long afterSequence, int limit)
    {
        List<Change> found = [];
        using var rows = session.Query($"SELECT {Columns} FROM changes WHERE sequence > $1 ORDER BY sequence LIMIT $2", afterSequence, limit);
        while (rows.Read()) found.Add(ReadRow(rows));
        return found;
    }

    /// <summary>The deletion of an article; null when it is published or never was.</summary>
    public static Change? FindTombstone(SqliteSession session, string id)
    {
        using var rows = session.Query($"SELECT {Columns} FROM changes WHERE id = $1 AND kind = $2", id, (int)ChangeKind.Delete);
        return rows.Read() ? ReadRow(rows) : null;
    }

    private static Change ReadRow(SqliteDataReader row) => new(
        row.GetInt64(0), (ChangeKind)row.GetInt32(1), row.GetString(2), row.GetString(3), ReadTerms(row.GetString(4)), Instant.From(row.GetInt64(5)));

    private static string Write(IReadOnlyList<ChangedTerm> terms) =>
        JsonSerializer.Serialize(terms.Select(term => FormattableString.Invariant($"{(int)term.Kind}:{term.Key}")));

    private static IReadOnlyList<ChangedTerm> ReadTerms(string json) =>
        [.. JsonSerializer.Deserialize<string[]>(json)!.Select(each => new ChangedTerm((TermKind)(each[0] - '0'), each[2..]))];
}

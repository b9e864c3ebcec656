using System.Text.Json;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Changes;

/// <summary>Appends to the change log, which has one entry per article, the latest.</summary>
internal sealed class SqliteChangeLog(SqliteSession session, long now)
{
    private const string Columns = "sequence, kind, id, guid, path, terms, at, first, corrected";

    private const string FormerSql = "SELECT kind, terms, first, corrected FROM changes WHERE id = $1";

    private readonly Dictionary<string, Change> changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ChangedTerm>> carried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormerChange> former = new(StringComparer.Ordinal);

    // Nobody has a token before the first scan is complete, and it would be a tenth slower.
    private readonly bool isFirstScan = SqliteState.Read(session).Fingerprint is null;
    private long sequence = SqliteState.Read(session).Sequence;

    /// <summary>The changes appended, in order; the latest of each article.</summary>
    public IReadOnlyList<Change> Changes => [.. changes.Values.OrderBy(change => change.Sequence)];

    /// <summary>The last sequence assigned.</summary>
    public long LastSequence => sequence;

    /// <summary>Appends a change.</summary>
    /// <param name="kind">Upsert or deletion.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="guid">Its guid.</param>
    /// <param name="path">Its path.</param>
    /// <param name="terms">The affected terms.</param>
    /// <param name="isCorrection">True when a correction was added to the article.</param>
    public void Add(ChangeKind kind, string id, string guid, string path, IReadOnlyList<ChangedTerm> terms, bool isCorrection = false)
    {
        var before = FormerOf(id);
        IEnumerable<ChangedTerm> touched = terms;
        if (changes.TryGetValue(id, out var earlier)) touched = touched.Union(earlier.Terms);
        if (carried.Remove(id, out var more)) touched = touched.Union(more);
        sequence++;
        var change = new Change(sequence, kind, id, guid, path, [.. touched], Instant.From(now))
        {
            First = before.IsPublished ? before.First : sequence,
            Corrected = isCorrection ? sequence : Math.Max(earlier?.Corrected ?? 0, before.Corrected),
        };
        changes[id] = change;
        session.Run(
            "INSERT OR REPLACE INTO changes VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            sequence, (int)kind, id, guid, path, Write(change.Terms.Union(before.Terms)), now, change.First, change.Corrected);
    }

    // What the log had of the article before this change set: all terms that it ever had, by which clients learn what left a selection.
    private FormerChange FormerOf(string id)
    {
        if (isFirstScan) return FormerChange.None;
        if (former.TryGetValue(id, out var known)) return known;
        using var rows = session.Query(FormerSql, id);
        var found = rows.Read()
            ? new FormerChange(rows.GetInt32(0) == (int)ChangeKind.Upsert, ReadTerms(rows.GetString(1)), rows.GetInt64(2), rows.GetInt64(3))
            : FormerChange.None;
        return former[id] = found;
    }

    /// <summary>Removes the change of an article that nobody has seen.</summary>
    public void Retract(string id)
    {
        changes.Remove(id);
        former.Remove(id);
        session.Run("DELETE FROM changes WHERE id = $1", id);
    }

    /// <summary>Adds terms to the next change of an article, which replaces that of another file.</summary>
    public void Carry(string id, IReadOnlyList<ChangedTerm> terms) => carried[id] = terms;

    /// <summary>The columns of a change in a query over the table by another name.</summary>
    public static string ColumnsOf(string table) => string.Join(", ", Columns.Split(", ").Select(column => $"{table}.{column}"));

    /// <summary>Changes after a sequence, in order.</summary>
    public static IReadOnlyList<Change> Read(SqliteSession session, long afterSequence, int limit)
    {
        List<Change> found = [];
        using var rows = session.Query(
            $"SELECT {Columns} FROM changes WHERE sequence > $1 ORDER BY sequence LIMIT $2", afterSequence, limit);
        while (rows.Read()) found.Add(ReadRow(rows));
        return found;
    }

    /// <summary>The deletion of an article; null when it is published or never existed.</summary>
    public static Change? FindTombstone(SqliteSession session, string id)
    {
        using var rows = session.Query($"SELECT {Columns} FROM changes WHERE id = $1 AND kind = $2", id, (int)ChangeKind.Delete);
        return rows.Read() ? ReadRow(rows) : null;
    }

    /// <summary>The latest deletion of an article that was at a path; null when there was none.</summary>
    public static Change? FindTombstoneAt(SqliteSession session, string path)
    {
        using var rows = session.Query($"SELECT {Columns} FROM changes WHERE path = $1 AND kind = 1 ORDER BY sequence DESC LIMIT 1", path);
        return rows.Read() ? ReadRow(rows) : null;
    }

    /// <summary>
    /// Deletions since an instant whose guid is not published now, and articles that left all feeds since then, the latest first.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="term">Only articles that had this term; null: all.</param>
    /// <param name="since">Unix seconds.</param>
    /// <param name="limit">Maximum number of deletions.</param>
    /// <remarks>To a feed an article that left it is a deleted entry (RFC 6721, section 1).</remarks>
    public static IReadOnlyList<Change> ListTombstones(SqliteSession session, ChangedTerm? term, long since, int limit)
    {
        List<Change> found = [];
        using var rows = session.Query(
            $"SELECT {Columns} FROM changes c WHERE kind = 1 AND at >= $1 AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.guid = c.guid) "
                + "UNION ALL SELECT c.sequence, 1, a.id, a.guid, a.path, c.terms, a.left_feeds, c.first, c.corrected "
                + "FROM articles a JOIN changes c ON c.id = a.id WHERE a.left_feeds >= $1 ORDER BY at DESC, sequence DESC",
            since);
        while (found.Count < limit && rows.Read())
        {
            var change = ReadRow(rows);
            if (term is null || change.Terms.Contains(term.Value)) found.Add(change);
        }

        return found;
    }

    /// <summary>The change of a row of <see cref="ColumnsOf"/>.</summary>
    public static Change ReadRow(SqliteDataReader row) => new(
        row.GetInt64(0), (ChangeKind)row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), ReadTerms(row.GetString(5)),
        Instant.From(row.GetInt64(6)))
    {
        First = row.GetInt64(7),
        Corrected = row.GetInt64(8),
    };

    private static string Write(IEnumerable<ChangedTerm> terms) =>
        JsonSerializer.Serialize(terms.Select(term => FormattableString.Invariant($"{(int)term.Kind}:{term.Key}")));

    private static IReadOnlyList<ChangedTerm> ReadTerms(string json) =>
        [.. JsonSerializer.Deserialize<string[]>(json)!.Select(each => new ChangedTerm((TermKind)(each[0] - '0'), each[2..]))];

    private sealed record FormerChange(bool IsPublished, IReadOnlyList<ChangedTerm> Terms, long First, long Corrected)
    {
        public static readonly FormerChange None = new(false, [], 0, 0);
    }
}

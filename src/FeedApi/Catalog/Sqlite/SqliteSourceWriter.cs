using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using FeedApi.Site.Files;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Writes the records and problems of source files.</summary>
internal sealed class SqliteSourceWriter(SqliteSession session)
{
    private readonly List<Problem> newProblems = [];

    /// <summary>Problems that were not recorded before.</summary>
    public IReadOnlyList<Problem> NewProblems => newProblems;

    /// <summary>Records a file that was read.</summary>
    /// <param name="stamp">The file.</param>
    /// <param name="dueAt">When to read it again; null: only when it changes.</param>
    /// <param name="idHolder">The file that has the id that this one asks for; null when there is none.</param>
    /// <param name="guidHolder">The same for the guid.</param>
    /// <param name="expiresAt">When its article is not shown any more, not even the last good version; null: never.</param>
    /// <param name="validFrom">Before which instant the clock would give another outcome; null: none.</param>
    public void Put(
        SourceStamp stamp, DateTimeOffset? dueAt, string? idHolder = null, string? guidHolder = null, DateTimeOffset? expiresAt = null,
        DateTimeOffset? validFrom = null) =>
        session.Run(
        "INSERT OR REPLACE INTO sources VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        stamp.File.Path,
        stamp.File.SizeBytes,
        stamp.File.ModifiedTicks,
        stamp.Hash,
        dueAt?.ToUnixTimeSeconds(),
        PostStem.BucketOf(stamp.File.Path),
        idHolder,
        guidHolder,
        expiresAt?.ToUnixTimeSeconds(),
        validFrom?.ToUnixTimeSeconds());

    /// <summary>The hash of a file as it was read last; null when it was not read.</summary>
    public string? HashOf(string path) => session.Scalar("SELECT hash FROM sources WHERE path = $1", path) as string;

    /// <summary>The recorded problems of a file.</summary>
    public IReadOnlyList<Problem> ProblemsOf(string path) => ProblemRows.Read(session, path);

    /// <summary>When the article of a file expires; null: never.</summary>
    public DateTimeOffset? ExpiryOf(string path) =>
        session.Scalar("SELECT expires_at FROM sources WHERE path = $1", path) is long expiry ? Instant.From(expiry) : null;

    /// <summary>Records a new size or time of unchanged content.</summary>
    public void Touch(SourceStamp stamp) => session.Run(
        "UPDATE sources SET size = $2, modified = $3 WHERE path = $1", stamp.File.Path, stamp.File.SizeBytes, stamp.File.ModifiedTicks);

    /// <summary>Marks a file as unread: if it is not read again at once, the next scan reads it.</summary>
    public void Forget(string path) => session.Run("UPDATE sources SET hash = '' WHERE path = $1", path);

    /// <summary>
    /// Returns the files that waited for the id or guid of this one, and marks them as unread: if they are not read again at once,
    /// the next scan reads them.
    /// </summary>
    public IReadOnlyList<string> Release(string holder)
    {
        List<string> paths = [];
        using var rows = session.Query(
            "UPDATE sources SET hash = '' WHERE waits_for_id = $1 OR waits_for_guid = $1 RETURNING path", holder);
        while (rows.Read()) paths.Add(rows.GetString(0));
        return paths;
    }

    /// <summary>Replaces the files that a post waits for.</summary>
    public void PutAwaited(string path, IReadOnlyList<string> files)
    {
        session.Run("DELETE FROM awaited_files WHERE source = $1", path);
        AddAwaited(path, files);
    }

    /// <summary>Adds the files that a new post waits for.</summary>
    public void AddAwaited(string path, IReadOnlyList<string> files)
    {
        foreach (var file in files) session.Run("INSERT OR IGNORE INTO awaited_files VALUES($1, $2)", file, path);
    }

    /// <summary>Deletes the record and the problems of a file.</summary>
    public void Remove(string path)
    {
        session.Run("DELETE FROM awaited_files WHERE source = $1", path);
        session.Run("DELETE FROM sources WHERE path = $1", path);
        session.Run("DELETE FROM problems WHERE source = $1", path);
    }

    /// <summary>Replaces the recorded problems of a file.</summary>
    public void PutProblems(string path, IReadOnlyList<Problem> problems)
    {
        var known = ProblemRows.Read(session, path);
        if (known.SequenceEqual(problems)) return;
        session.Run("DELETE FROM problems WHERE source = $1", path);
        for (var i = 0; i < problems.Count; i++) Insert(problems[i], i);
        newProblems.AddRange(problems.Except(known));
    }

    /// <summary>Adds a problem to those of its file.</summary>
    public void AddProblem(Problem problem)
    {
        var known = ProblemRows.Read(session, problem.File);
        if (known.Contains(problem)) return;
        var last = session.Scalar("SELECT max(position) FROM problems WHERE source = $1", problem.File) as long? ?? -1;
        Insert(problem, (int)last + 1);
        newProblems.Add(problem);
    }

    /// <summary>Deletes the problems of a file with a code.</summary>
    public void RemoveProblem(string path, string code) => session.Run("DELETE FROM problems WHERE source = $1 AND code = $2", path, code);

    private void Insert(Problem problem, int position) => session.Run(
        "INSERT INTO problems VALUES($1, $2, $3, $4, $5, $6, $7, $8)",
        problem.File, position, problem.Code, (int)problem.Severity, problem.Line, problem.Column, problem.Message, problem.Action);
}

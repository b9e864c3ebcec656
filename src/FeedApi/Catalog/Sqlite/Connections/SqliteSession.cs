using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Catalog.Sqlite.Pages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>One connection with its prepared statements. Not thread-safe, except <see cref="Interrupt"/>.</summary>
internal sealed class SqliteSession : IDisposable
{
    // The most that SQLite can map; a page cache would exist once per reader. A search reads some thousand rows anywhere in
    // the file: with a memory map each of them costs a third less.
    private const string MapSettings = "PRAGMA mmap_size = 2147418112;";

    private const string ReaderSettings = "PRAGMA cache_size = -2000; PRAGMA query_only = ON;";

    // The writer needs no memory map: it would only add to the memory of the process.
    private const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;";

    // Virtual machine instructions between two checks of the clock: some ten microseconds.
    private const int StepsBetweenChecks = 1_000;

    // 64 MB: each transaction of a first scan changes the same index pages, which are then written to the file once for several of them.
    private const int CheckpointPages = 4_000;

    // SQLITE_DBSTATUS_CACHE_WRITE (sqlite.org/c3ref/c_dbstatus_options.html).
    private const int CacheWrites = 9;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => this.connection = connection;

    /// <summary>Full path of the database, as SQLite names it.</summary>
    public string FileName => raw.sqlite3_db_filename(connection.Handle!, "main").utf8_to_string();

    /// <summary>Told of what cannot be read; null for an index that is only looked at.</summary>
    public IndexDamage? Damage { get; private init; }

    /// <summary>The articles that are rendered later; null for an index that is only looked at.</summary>
    public OutlinedArticles? Outlines { get; private init; }

    /// <summary>
    /// True when articles that are not rendered yet are left out of what is read; otherwise they end the read with an <see
    /// cref="OutlineException"/>.
    /// </summary>
    public bool LeavesOutlinesOut { get; set; }

    /// <summary>Opens the file.</summary>
    /// <param name="file">Path of the database.</param>
    /// <param name="isReader">True: the connection is read-only.</param>
    /// <param name="damage">Told of articles that cannot be read.</param>
    /// <param name="outlines">Has the articles that are rendered later.</param>
    /// <param name="tables">What is run before anything is read (<see cref="Upgrades.FormerTables.ScriptFor"/>).</param>
    /// <param name="isMapped">True: a reader maps the file into memory.</param>
    /// <exception cref="SqliteException">The file is missing, not readable, or not a database.</exception>
    public static SqliteSession Open(
        string file, bool isReader, IndexDamage? damage = null, OutlinedArticles? outlines = null, string tables = "",
        bool isMapped = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = isReader ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            Vfs = ChecksumVfs.IsRegistered ? ChecksumVfs.Name : null,
            DefaultTimeout = 30,
        }.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection) { Damage = damage, Outlines = outlines };
            if (!isReader) session.ReserveRoom();
            session.RunScript(isReader
                ? Settings + tables + ReaderSettings + (isMapped ? MapSettings : "")
                : $"PRAGMA page_size = {SqliteSchema.PageBytes}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {CheckpointPages}; "
                    + $"{Settings} PRAGMA cache_size = -16000; {tables}");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Asks the file something (sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).</summary>
    public unsafe void Control(int operation, void* value) =>
        ChecksumVfs.Control(connection.Handle!.DangerousGetHandle(), operation, value);

    /// <summary>Number of pages that this connection has written since the last call, to the log or to the file.</summary>
    public int TakeWrittenPages()
    {
        raw.sqlite3_db_status(connection.Handle!, CacheWrites, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <summary>Runs statements without parameters, unprepared.</summary>
    public void RunScript(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement; values are bound to <c>$1</c>, <c>$2</c> and so on.</summary>
    public void Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query; the reader must be disposed before the same statement is run again.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) =>
        Bind(sql, values).ExecuteScalar() is var value and not DBNull ? value : null;

    /// <summary>Makes the running statement fail; the only member that may be called from another thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle);

    /// <summary>
    /// Reads within a budget, which SQLite's progress handler checks, as everything is read through this session.
    /// </summary>
    /// <exception cref="TimeoutException">The budget was exceeded; no statement is left open.</exception>
    public T Within<T>(ReadBudget budget, Func<SqliteSession, T> read)
    {
        budget.Begin();
        raw.sqlite3_progress_handler(
            connection.Handle!, StepsBetweenChecks, _ => budget.IsExceededAfter(StepsBetweenChecks) ? 1 : 0, null);
        try
        {
            return read(this);
        }
        catch (SqliteException stopped) when (stopped.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw budget.Fault(stopped);
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle!, 0, null, null);
            budget.End();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    // For the checksums of pages, as long as the database is empty.
    private unsafe void ReserveRoom()
    {
        var bytes = PageChecksum.Bytes;
        Control(NativeVfs.ReserveBytes, &bytes);
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = NameOf(i) });
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private static string NameOf(int index) => "$" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

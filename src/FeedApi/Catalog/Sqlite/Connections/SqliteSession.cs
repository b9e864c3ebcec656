using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>One connection with the statements that it has prepared. Used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    // As much as SQLite can map; pages of their own would be kept once for each reader. A search looks at some thousand rows anywhere in
    // the file: mapped, each of them costs a third less.
    private const string ReaderSettings = "PRAGMA cache_size = -2000; PRAGMA query_only = ON; PRAGMA mmap_size = 2147418112;";

    // The writer has no need to map the file: it would only count as memory of the program.
    private const string Settings = "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;";

    // Steps of a statement between two looks at the clock: some ten microseconds.
    private const int StepsBetweenLooks = 1_000;

    // 64 MB: each transaction of a first scan touches the same pages of the indexes, which then go into the file once for several of them.
    private const int CheckpointPages = 4_000;

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private SqliteSession(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens the file.</summary>
    /// <param name="file">Path of the database.</param>
    /// <param name="isReader">True: nothing can be written through it.</param>
    /// <exception cref="SqliteException">It is not there, not readable, or no database.</exception>
    public static SqliteSession Open(string file, bool isReader)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = isReader ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.RunScript(isReader
                ? Settings + ReaderSettings
                : $"PRAGMA page_size = {SqliteSchema.PageBytes}; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = {CheckpointPages}; "
                    + $"{Settings} PRAGMA cache_size = -16000;");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs statements without parameters that are needed once.</summary>
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

    /// <summary>Makes the statement that runs now fail; the only member that another thread may call.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(connection.Handle);

    /// <summary>
    /// Reads, but gives up when it takes too long. All that is read goes through this session, so SQLite's own steps are
    /// where time is looked at.
    /// </summary>
    /// <exception cref="SearchBudgetException">The time is over; no statement is left open.</exception>
    public T Within<T>(TimeSpan budget, TimeProvider time, Func<SqliteSession, T> read)
    {
        var begun = time.GetTimestamp();
        raw.sqlite3_progress_handler(connection.Handle!, StepsBetweenLooks, _ => time.GetElapsedTime(begun) > budget ? 1 : 0, null);
        try
        {
            return read(this);
        }
        catch (SqliteException stopped) when (stopped.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new SearchBudgetException("The search took longer than it may.", stopped);
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle!, 0, null, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
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

using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>Pooled read connections, each with its own transaction: readers never wait for the writer, and see whole revisions.</summary>
internal sealed class SqliteReaderPool : IAsyncDisposable
{
    // A read takes well under a millisecond, so a few connections keep every processor busy.
    private static readonly int Readers = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SqliteIndexFile file;
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim free = new(Readers, Readers);

    /// <summary>Opens all connections immediately, so that none needs the file later, when it may have been deleted.</summary>
    public SqliteReaderPool(SqliteIndexFile file)
    {
        this.file = file;
        for (var i = 0; i < Readers; i++) idle.Add(Open());
    }

    /// <summary>Rents a connection in a transaction; waits while all are rented.</summary>
    public async ValueTask<SqliteLease> RentAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        SqliteSession? session = null;
        try
        {
            if (!idle.TryTake(out session)) session = Open();
            session.Run("BEGIN");
            return new SqliteLease(this, session);
        }
        catch (Exception failure)
        {
            NoteDamage(failure);
            session?.Dispose();
            free.Release();
            throw;
        }
    }

    /// <summary>Reads from one revision.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        using var lease = await RentAsync(cancellationToken);
        return lease.Read(read);
    }

    /// <summary>Returns a connection to the pool.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="isBroken">True: the connection is closed instead of reused; opening another one is cheap.</param>
    internal void Return(SqliteSession session, bool isBroken)
    {
        try
        {
            if (isBroken || !HasEnded(session)) session.Dispose();
            else idle.Add(session);
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Marks the index as damaged when the failure is due to corruption.</summary>
    internal void NoteDamage(Exception failure) => file.NoteDamage(failure);

    /// <summary>Waits for all rented connections, and closes the pool.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < Readers; i++) await free.WaitAsync();
        while (idle.TryTake(out var session)) session.Dispose();
        free.Dispose();
    }

    // A read-only transaction loses nothing by a rollback; after an interrupted search COMMIT would fail.
    private bool HasEnded(SqliteSession session)
    {
        try
        {
            session.Run("ROLLBACK");
            return true;
        }
        catch (SqliteException failure)
        {
            NoteDamage(failure);
            return false;
        }
    }

    private SqliteSession Open() => SqliteSession.Open(file.Path, isReader: true);
}

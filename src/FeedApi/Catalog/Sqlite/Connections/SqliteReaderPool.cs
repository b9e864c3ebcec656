using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>Connections that read, each in a transaction of its own: readers never wait for the writer, and see whole revisions.</summary>
internal sealed class SqliteReaderPool : IAsyncDisposable
{
    // A read takes well under a millisecond, so a few of them keep every processor busy.
    private static readonly int Readers = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SqliteIndexFile file;
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim free = new(Readers, Readers);

    /// <summary>Opens all of them at once, so that none has to find the file later, when somebody may have deleted it.</summary>
    public SqliteReaderPool(SqliteIndexFile file)
    {
        this.file = file;
        for (var i = 0; i < Readers; i++) idle.Add(Open());
    }

    /// <summary>Lends a connection in a transaction; waits while all are lent.</summary>
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

    /// <summary>Takes a connection back.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="isBroken">True: it is closed; another one is cheap.</param>
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

    /// <summary>Notes damage when this failure tells of it.</summary>
    internal void NoteDamage(Exception failure) => file.NoteDamage(failure);

    /// <summary>Waits for those that read.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < Readers; i++) await free.WaitAsync();
        while (idle.TryTake(out var session)) session.Dispose();
        free.Dispose();
    }

    // A transaction that only read has nothing to lose; after an interrupted search COMMIT would fail.
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

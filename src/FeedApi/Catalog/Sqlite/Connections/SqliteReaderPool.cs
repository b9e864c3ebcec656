using System.Collections.Concurrent;
using FeedApi.Catalog.Sqlite.Damage;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>Pooled read connections, each with its own transaction: readers never wait for the writer, and see whole revisions.</summary>
internal sealed class SqliteReaderPool : IAsyncDisposable
{
    /// <summary>Connections for cheap reads. These take well under a millisecond, so a few keep every processor busy.</summary>
    public static readonly int ForCheapReads = Math.Max(4, 2 * Environment.ProcessorCount);

    // Some seconds of reads. More could only be answered when their clients have gone.
    private const int MaxWaitingRequests = 2_000;

    private readonly SqliteIndexFile file;
    private readonly bool isMapped;
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim free;
    private int waitingRequests;

    /// <summary>Opens all connections immediately, so that none needs the file later, when it may have been deleted.</summary>
    /// <param name="file">The index.</param>
    /// <param name="size">Number of connections.</param>
    /// <param name="isMapped">True: they map the file into memory.</param>
    public SqliteReaderPool(SqliteIndexFile file, int size, bool isMapped = true)
    {
        (this.file, this.isMapped, Size, free) = (file, isMapped, size, new SemaphoreSlim(size, size));
        for (var i = 0; i < size; i++) idle.Add(Open());
    }

    /// <summary>Number of connections.</summary>
    public int Size { get; }

    /// <summary>Rents a connection in a transaction for a request; waits while all are rented.</summary>
    /// <exception cref="CatalogBusyException">Too many requests are waiting.</exception>
    public async ValueTask<SqliteLease> RentForRequestAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref waitingRequests) > MaxWaitingRequests) throw new CatalogBusyException();
            return await RentAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waitingRequests);
        }
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
            if (IndexDamage.IsUnreadable(failure)) throw new IndexDamageException("The index cannot be read.", failure);
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
        for (var i = 0; i < Size; i++) await free.WaitAsync();
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

    private SqliteSession Open() => file.OpenSession(isReader: true, isMapped);
}

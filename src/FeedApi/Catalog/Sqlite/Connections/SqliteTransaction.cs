using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>One transaction of the writer; after any failure it is rolled back.</summary>
internal sealed class SqliteTransaction : IDisposable
{
    // Faults of the storage, not of the data written (sqlite.org/rescode.html).
    private static readonly int[] StorageFaults =
    [
        raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_NOMEM, raw.SQLITE_READONLY,
        raw.SQLITE_IOERR, raw.SQLITE_CORRUPT, raw.SQLITE_FULL, raw.SQLITE_CANTOPEN,
    ];

    private readonly SqliteWriter writer;
    private bool isFailed;
    private bool isCommitted;

    /// <summary>Begins a transaction; the caller has exclusive use of the writer until it is disposed.</summary>
    public SqliteTransaction(SqliteWriter writer)
    {
        this.writer = writer;
        Do(() => writer.Session.Run("BEGIN IMMEDIATE"));
    }

    /// <summary>Runs a write inside the transaction.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    /// <exception cref="InvalidOperationException">The transaction is committed, or an earlier write failed.</exception>
    public void Do(Action write)
    {
        if (isFailed || isCommitted) throw new InvalidOperationException("The transaction is over.");
        try
        {
            write();
        }
        catch (Exception failure)
        {
            isFailed = true;
            writer.File.NoteDamage(failure);
            if (failure is SqliteException { SqliteErrorCode: var code } && StorageFaults.Contains(code))
            {
                throw new CatalogException($"The index cannot be written: {failure.Message}", failure)
                {
                    IsDiskFull = code == raw.SQLITE_FULL,
                };
            }

            throw;
        }
    }

    /// <summary>Commits the transaction.</summary>
    public void Commit()
    {
        Do(() => writer.Session.Run("COMMIT"));
        isCommitted = true;
        writer.Checkpoints.Add(writer.Session.TakeWrittenPages());
    }

    /// <summary>Rolls back unless committed, and releases the writer.</summary>
    public void Dispose()
    {
        try
        {
            if (!isCommitted) Rollback();
        }
        finally
        {
            writer.Release();
        }
    }

    private void Rollback()
    {
        writer.Terms.Forget();
        try
        {
            writer.Session.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back, as it does when the disk is full.
        }
    }
}

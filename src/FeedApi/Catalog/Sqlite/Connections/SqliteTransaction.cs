using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>One transaction of the writer: all of it, or after any failure nothing.</summary>
internal sealed class SqliteTransaction : IDisposable
{
    // Of the disk and not of what is written (sqlite.org/rescode.html).
    private static readonly int[] StorageFaults =
    [
        raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_NOMEM, raw.SQLITE_READONLY,
        raw.SQLITE_IOERR, raw.SQLITE_CORRUPT, raw.SQLITE_FULL, raw.SQLITE_CANTOPEN,
    ];

    private readonly SqliteWriter writer;
    private bool isFailed;
    private bool isCommitted;

    /// <summary>Begins; the caller has the writer to itself until this is disposed.</summary>
    public SqliteTransaction(SqliteWriter writer)
    {
        this.writer = writer;
        Do(() => writer.Session.Run("BEGIN IMMEDIATE"));
    }

    /// <summary>Writes something.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    /// <exception cref="InvalidOperationException">It is committed, or something failed before.</exception>
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
                throw new CatalogException($"The index cannot be written: {failure.Message}", failure);
            throw;
        }
    }

    /// <summary>Makes everything visible.</summary>
    public void Commit()
    {
        Do(() => writer.Session.Run("COMMIT"));
        isCommitted = true;
    }

    /// <summary>Takes back what was not committed, and lets the next one write.</summary>
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

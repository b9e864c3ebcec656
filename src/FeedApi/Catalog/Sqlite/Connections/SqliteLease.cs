using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Damage;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// A read connection in a transaction of its own, rented from the <see cref="SqliteReaderPool"/> until it is disposed.
/// </summary>
internal sealed class SqliteLease(SqliteReaderPool pool, SqliteSession session) : IDisposable
{
    private bool isBroken;
    private bool isReturned;

    /// <summary>Reads within the transaction.</summary>
    /// <exception cref="IndexDamageException">What is asked for cannot be read.</exception>
    /// <exception cref="TimeoutException">The read exceeded its budget; the transaction is still usable.</exception>
    /// <exception cref="OutlineException">The read needs articles that are not rendered yet; the transaction is still usable.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(isReturned, this);
        try
        {
            return read(session);
        }
        catch (Exception failure) when (failure is not (TimeoutException or OutlineException))
        {
            // Data readers of the session may still be open.
            isBroken = true;
            pool.NoteDamage(failure);
            if (IndexDamage.IsUnreadable(failure)) throw new IndexDamageException("The index cannot be read.", failure);
            throw;
        }
    }

    /// <summary>Ends the transaction and returns the connection.</summary>
    public void Dispose()
    {
        if (isReturned) return;
        isReturned = true;
        pool.Return(session, isBroken);
    }
}

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// A reading connection in a transaction of its own, on loan from the <see cref="SqliteReaderPool"/> until it is disposed.
/// </summary>
internal sealed class SqliteLease(SqliteReaderPool pool, SqliteSession session) : IDisposable
{
    private bool isBroken;
    private bool isReturned;

    /// <summary>Reads within the transaction.</summary>
    /// <exception cref="SearchBudgetException">The search took too long; the transaction is still good.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(isReturned, this);
        try
        {
            return read(session);
        }
        catch (Exception failure) when (failure is not SearchBudgetException)
        {
            // Its readers may still be open.
            isBroken = true;
            pool.NoteDamage(failure);
            throw;
        }
    }

    /// <summary>Ends the transaction and gives the connection back.</summary>
    public void Dispose()
    {
        if (isReturned) return;
        isReturned = true;
        pool.Return(session, isBroken);
    }
}

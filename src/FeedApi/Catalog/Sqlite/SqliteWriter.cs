using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Site;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The one connection that writes, and whose turn it is.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Opens it.</summary>
    public SqliteWriter(SqliteIndexFile file, SiteConfig site)
    {
        File = file;
        Session = SqliteSession.Open(file.Path, isReader: false);
        Terms = new SqliteTermWriter(Session, site);
    }

    /// <summary>The file.</summary>
    public SqliteIndexFile File { get; }

    /// <summary>The connection.</summary>
    public SqliteSession Session { get; }

    /// <summary>Keeps the terms.</summary>
    public SqliteTermWriter Terms { get; }

    /// <summary>Begins a transaction, after the one that is open.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    public async ValueTask<SqliteTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return new SqliteTransaction(this);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Waits for the transaction that is open; none begins afterwards.</summary>
    public Task CloseAsync() => turn.WaitAsync();

    /// <summary>A transaction is over.</summary>
    internal void Release() => turn.Release();

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Dispose();
        turn.Dispose();
    }
}

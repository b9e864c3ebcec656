using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Site;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The only write connection; serialises its transactions.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private SiteConfig site;

    /// <summary>Opens the connection.</summary>
    public SqliteWriter(SqliteIndexFile file, SiteConfig site)
    {
        File = file;
        this.site = site;
        Session = file.OpenSession(isReader: false);
        Terms = new SqliteTermWriter(Session, site);
        Checkpoints = new SqliteCheckpoints(file);
    }

    /// <summary>The file of the index.</summary>
    public SqliteIndexFile File { get; }

    /// <summary>The connection.</summary>
    public SqliteSession Session { get; }

    /// <summary>Keeps the log short.</summary>
    public SqliteCheckpoints Checkpoints { get; }

    /// <summary>Writes the terms.</summary>
    public SqliteTermWriter Terms { get; private set; }

    /// <summary>Begins a transaction under some settings of the site, after the open one has ended.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    public async ValueTask<SqliteTransaction> BeginAsync(SiteConfig settings, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (!ReferenceEquals(site, settings)) (site, Terms) = (settings, new SqliteTermWriter(Session, settings));
            return new SqliteTransaction(this);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>Waits for the open transaction; none begins afterwards.</summary>
    public Task CloseAsync() => turn.WaitAsync();

    /// <summary>Lets the next transaction begin; called when one has ended.</summary>
    internal void Release() => turn.Release();

    /// <inheritdoc/>
    public void Dispose()
    {
        Checkpoints.Dispose();
        Session.Dispose();
        turn.Dispose();
    }
}

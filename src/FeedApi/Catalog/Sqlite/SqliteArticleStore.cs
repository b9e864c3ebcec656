using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The catalog in one SQLite file (WAL): readers never wait for the writer, and see whole transactions only.</summary>
internal sealed class SqliteArticleStore : IArticleReader, IArticleWriter, IAsyncDisposable
{
    private readonly SqliteIndexFile file;
    private readonly SqliteWriter writer;
    private readonly SqliteReaderPool readers;
    private readonly SqliteTermReader termReader;
    private readonly TimeProvider time;
    private readonly TimeSpan searchBudget;
    private readonly SiteConfig site;

    // The store that opened the file; itself, unless it was made for other settings of the site.
    private readonly SqliteArticleStore owner;
    private volatile bool isDisposed;

    private SqliteArticleStore(SqliteIndexFile file, SiteConfig site, TimeProvider time, TimeSpan searchBudget)
    {
        this.file = file;
        this.time = time;
        this.searchBudget = searchBudget;
        this.site = site;
        owner = this;
        writer = new SqliteWriter(file, site);
        readers = new SqliteReaderPool(file);
        termReader = new SqliteTermReader(site);
        Sources = new SqliteSourceIndex(readers);
    }

    private SqliteArticleStore(SqliteArticleStore owner, SiteConfig site)
    {
        (this.owner, this.site) = (owner, site);
        (file, time, searchBudget) = (owner.file, owner.time, owner.searchBudget);
        (writer, readers, Sources) = (owner.writer, owner.readers, owner.Sources);
        termReader = new SqliteTermReader(site);
    }

    /// <summary>Opens or creates the index of a data folder.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="renderingVersion">The version of rendering of the articles; another one makes the index be rebuilt.</param>
    /// <param name="site">The site of the articles.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Logs when an index is set aside.</param>
    /// <param name="searchBudget">Maximum duration of one search.</param>
    /// <exception cref="CatalogException">The folder cannot be used; the message is one line.</exception>
    public static SqliteArticleStore Open(
        string dataFolder, int renderingVersion, SiteConfig site, TimeProvider time,
        ILogger<SqliteArticleStore> logger, TimeSpan searchBudget)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SqliteArticleStore(
            SqliteIndexFile.Open(Path.GetFullPath(dataFolder), renderingVersion, logger), site, time, searchBudget);
    }

    /// <summary>The same index under other settings of the site. It is open as long as the store that opened the file.</summary>
    public SqliteArticleStore For(SiteConfig other) => new(owner, other);

    /// <summary>The records of source files.</summary>
    public ISourceIndex Sources { get; }

    /// <inheritdoc/>
    public async ValueTask<IArticleSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(owner.isDisposed, this);
        var lease = await readers.RentAsync(cancellationToken);
        try
        {
            return new SqliteSnapshot(lease, termReader, time, searchBudget);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IChangeSet> BeginAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(owner.isDisposed, this);
        var transaction = await writer.BeginAsync(site, cancellationToken);
        try
        {
            ChangeSetApplier? applier = null;
            transaction.Do(() => applier = new ChangeSetApplier(writer.Session, writer.Terms, Now));
            return new SqliteChangeSet(transaction, applier!, time);
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask BeginRereadAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(await Sources.ReadFingerprintAsync(cancellationToken))) return;
        using var transaction = await writer.BeginAsync(site, cancellationToken);
        transaction.Do(() =>
        {
            SqliteState.Describe(writer.Session, Now);
            writer.Session.Run("UPDATE state SET fingerprint = ''");
        });
        transaction.Commit();
    }

    /// <inheritdoc/>
    public async ValueTask<long?> CompleteScanAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var known = await Sources.ReadFingerprintAsync(cancellationToken);
        if (known == fingerprint) return null;
        long revision = 0;
        using var transaction = await writer.BeginAsync(site, cancellationToken);
        transaction.Do(() =>
        {
            if (known is null) writer.Terms.CutAllArchives();
            writer.Terms.RenameCategories(Now);
            SqliteState.Describe(writer.Session, Now);
            writer.Session.Run("UPDATE state SET fingerprint = $1", fingerprint);
            revision = SqliteState.Read(writer.Session).Revision;
        });
        transaction.Commit();
        return revision;
    }

    /// <summary>True when the whole index was found intact at the start, so that <see cref="Check"/> is not needed.</summary>
    internal bool IsChecked => file.IsChecked;

    /// <summary>Checks the whole index, at some seconds per gigabyte. Damage is logged; the next start rebuilds the index.</summary>
    /// <param name="cancellationToken">Stops the check immediately.</param>
    internal void Check(CancellationToken cancellationToken)
    {
        using var session = SqliteSession.Open(file.Path, isReader: true);
        using var stop = cancellationToken.Register(session.Interrupt);
        try
        {
            if (session.Scalar("PRAGMA quick_check(1)") is string fault && fault != "ok") file.MarkDamaged(fault.ReplaceLineEndings(" "));
        }
        catch (SqliteException failure) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(failure.Message, failure, cancellationToken);
        }
        catch (SqliteException failure)
        {
            file.NoteDamage(failure);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed || owner != this) return;
        // A commit in progress ends first.
        await writer.CloseAsync();
        isDisposed = true;
        await readers.DisposeAsync();
        writer.Dispose();
        file.Dispose();
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();
}

using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The catalog in one SQLite file (WAL): readers never wait for the writer, and see whole transactions only.</summary>
internal sealed class SqliteArticleStore : IArticleReader, IArticleWriter, IAsyncDisposable
{
    // A page of a hundred articles takes some ten thousand.
    private const int StepsOfCheapRead = 200_000;

    private readonly SqliteIndexFile file;
    private readonly SqliteWriter writer;
    private readonly SqliteReaderPool readers;
    private readonly SqliteExpensiveReads expensive;
    private readonly SqliteTermReader termReader;
    private readonly TimeProvider time;
    private readonly Func<ReadBudget> budgetOfSearch;
    private readonly SiteConfig site;

    // The store that opened the file; itself, unless it was made for other settings of the site.
    private readonly SqliteArticleStore owner;
    private volatile bool isDisposed;

    private SqliteArticleStore(SqliteIndexFile file, SiteConfig site, TimeProvider time, SearchOptions search, ThreadClock clock)
    {
        this.file = file;
        this.time = time;
        budgetOfSearch = () => new WorkBudget(TimeSpan.FromMilliseconds(search.BudgetMilliseconds), clock, time);
        this.site = site;
        owner = this;
        writer = new SqliteWriter(file, site);
        readers = new SqliteReaderPool(file, SqliteReaderPool.ForCheapReads);
        expensive = new SqliteExpensiveReads(file, search, clock, time);
        termReader = new SqliteTermReader(site);
        Sources = new SqliteSourceIndex(readers);
    }

    private SqliteArticleStore(SqliteArticleStore owner, SiteConfig site)
    {
        (this.owner, this.site) = (owner, site);
        (file, time, budgetOfSearch) = (owner.file, owner.time, owner.budgetOfSearch);
        (writer, readers, expensive, Sources) = (owner.writer, owner.readers, owner.expensive, owner.Sources);
        termReader = new SqliteTermReader(site);
    }

    /// <summary>Opens or creates the index of a data folder.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="renderingVersion">The version of rendering of the articles; another one makes the index be rebuilt.</param>
    /// <param name="site">The site of the articles.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Logs when an index is set aside.</param>
    /// <param name="search">The limits of expensive reads.</param>
    /// <param name="clock">Measures their work; null for the clock of the system.</param>
    /// <exception cref="CatalogException">The folder cannot be used; the message is one line.</exception>
    public static SqliteArticleStore Open(
        string dataFolder, int renderingVersion, SiteConfig site, TimeProvider time,
        ILogger<SqliteArticleStore> logger, SearchOptions search, ThreadClock? clock = null)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(search);
        return new SqliteArticleStore(
            SqliteIndexFile.Open(Path.GetFullPath(dataFolder), renderingVersion, logger), site, time, search, clock ?? new ThreadClock());
    }

    /// <summary>Number of expensive reads that wait.</summary>
    public int WaitingSearches => expensive.Waiting;

    /// <summary>The same index under other settings of the site. It is open as long as the store that opened the file.</summary>
    public SqliteArticleStore For(SiteConfig other) => new(owner, other);

    /// <summary>The records of source files.</summary>
    public ISourceIndex Sources { get; }

    /// <inheritdoc/>
    public ValueTask<IArticleSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) => OpenAsync(null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<T> ReadAsync<T>(
        ReadCost cost, Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (cost == ReadCost.Expensive) return await ReadExpensiveAsync(read, cancellationToken);
        try
        {
            await using var snapshot = await OpenAsync(cost == ReadCost.Cheap ? null : new StepBudget(StepsOfCheapRead), cancellationToken);
            return await read(snapshot);
        }
        catch (ReadStepsException)
        {
            return await ReadExpensiveAsync(read, cancellationToken);
        }
    }

    private async ValueTask<T> ReadExpensiveAsync<T>(Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(owner.isDisposed, this);
        return await expensive.ReadAsync(
            lease => read(new SqliteSnapshot(lease, termReader, budgetOfSearch, budgetOfSearch())), cancellationToken);
    }

    private async ValueTask<IArticleSnapshot> OpenAsync(ReadBudget? budget, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(owner.isDisposed, this);
        var lease = await readers.RentForRequestAsync(cancellationToken);
        try
        {
            return new SqliteSnapshot(lease, termReader, budgetOfSearch, budget);
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
        await expensive.DisposeAsync();
        await readers.DisposeAsync();
        writer.Dispose();
        file.Dispose();
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();
}

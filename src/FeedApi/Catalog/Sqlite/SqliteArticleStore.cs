using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The catalog in one SQLite file (WAL): readers never wait for the writer, and see whole transactions only.</summary>
internal sealed class SqliteArticleStore : IArticleReader, IArticleWriter, IAsyncDisposable
{
    // A page of a hundred articles takes some ten thousand.
    private const int StepsOfCheapRead = 200_000;

    private const int RenderingAttempts = 2;

    private readonly SqliteIndexes indexes;
    private readonly SqliteTermReader termReader;
    private readonly TimeProvider time;
    private readonly Func<ReadBudget> budgetOfSearch;
    private readonly SiteConfig site;
    private readonly IndexVersions versions;

    // The store that opened the file; itself, unless it was made for other settings of the site.
    private readonly SqliteArticleStore owner;
    private volatile bool isDisposed;

    private SqliteArticleStore(
        SqliteIndexFile file, IndexVersions versions, SiteConfig site, TimeProvider time, SearchOptions search, ThreadClock clock)
    {
        (this.time, this.site, this.versions) = (time, site, versions);
        budgetOfSearch = () => new WorkBudget(TimeSpan.FromMilliseconds(search.BudgetMilliseconds), clock, time);
        owner = this;
        indexes = new SqliteIndexes(file, site, time, search, clock);
        Outlines = file.Outlines;
        termReader = new SqliteTermReader(site);
        Sources = new SqliteSourceIndex(indexes, versions);
    }

    private SqliteArticleStore(SqliteArticleStore owner, SiteConfig site)
    {
        (this.owner, this.site) = (owner, site);
        (indexes, versions, time, budgetOfSearch, Sources, Outlines) =
            (owner.indexes, owner.versions, owner.time, owner.budgetOfSearch, owner.Sources, owner.Outlines);
        termReader = new SqliteTermReader(site);
    }

    /// <summary>Opens or creates the index of a data folder.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="versions">The versions of this program.</param>
    /// <param name="site">The site of the articles.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Logs when an index is set aside.</param>
    /// <param name="search">The limits of expensive reads.</param>
    /// <param name="clock">Measures their work; null for the clock of the system.</param>
    /// <param name="upgrade">How the index of another version is replaced; null: beside it, when the disk has room.</param>
    /// <exception cref="CatalogException">The folder cannot be used; the message is one line.</exception>
    public static SqliteArticleStore Open(
        string dataFolder, IndexVersions versions, SiteConfig site, TimeProvider time,
        ILogger<SqliteArticleStore> logger, SearchOptions search, ThreadClock? clock = null, IndexUpgrade? upgrade = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(search);
        var file = SqliteIndexFile.Open(
            Path.GetFullPath(dataFolder), versions, upgrade ?? new IndexUpgrade(), new IndexDamage(time, logger), logger);
        try
        {
            return new SqliteArticleStore(file, versions, site, time, search, clock ?? new ThreadClock());
        }
        catch (SqliteException failure)
        {
            file.Dispose();
            throw new CatalogException($"The index {file.Path} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Number of expensive reads that wait.</summary>
    public int WaitingSearches => indexes.Served.Expensive.Waiting;

    /// <summary>The same index under other settings of the site. It is open as long as the store that opened the file.</summary>
    public SqliteArticleStore For(SiteConfig other) => new(owner, other);

    /// <summary>What of the index cannot be read.</summary>
    public IIndexDamage Damage => indexes.Served.File.Damage;

    /// <summary>The records of source files.</summary>
    public ISourceIndex Sources { get; }

    /// <summary>The articles that are rendered later.</summary>
    public OutlinedArticles Outlines { get; }

    /// <inheritdoc/>
    public ValueTask<IArticleSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) =>
        OpenAsync(null, leavesOutlinesOut: true, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<T> ReadAsync<T>(
        ReadCost cost, Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        // What is committed in between may bring others into a page: once more, and then without those that are not rendered.
        for (var attempt = 0; attempt < RenderingAttempts; attempt++)
        {
            try
            {
                return await ReadOnceAsync(cost, read, leavesOutlinesOut: false, cancellationToken);
            }
            catch (OutlineException outlines)
            {
                if (Outlines.Renderer is not { } renderer) throw new CatalogBusyException("Articles cannot be rendered yet.");
                await renderer.RenderAsync(outlines.Sources, cancellationToken);
            }
        }

        return await ReadOnceAsync(cost, read, leavesOutlinesOut: true, cancellationToken);
    }

    private async ValueTask<T> ReadOnceAsync<T>(
        ReadCost cost, Func<IArticleSnapshot, ValueTask<T>> read, bool leavesOutlinesOut, CancellationToken cancellationToken)
    {
        if (cost == ReadCost.Expensive) return await ReadExpensiveAsync(read, leavesOutlinesOut, cancellationToken);
        try
        {
            await using var snapshot = await OpenAsync(
                cost == ReadCost.Cheap ? null : new StepBudget(StepsOfCheapRead), leavesOutlinesOut, cancellationToken);
            return await read(snapshot);
        }
        catch (ReadStepsException)
        {
            return await ReadExpensiveAsync(read, leavesOutlinesOut, cancellationToken);
        }
    }

    private async ValueTask<T> ReadExpensiveAsync<T>(
        Func<IArticleSnapshot, ValueTask<T>> read, bool leavesOutlinesOut, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(owner.isDisposed, this);
        return await indexes.Served.Expensive.ReadAsync(
            lease => read(new SqliteSnapshot(lease, termReader, budgetOfSearch, budgetOfSearch(), leavesOutlinesOut)), cancellationToken);
    }

    private async ValueTask<IArticleSnapshot> OpenAsync(ReadBudget? budget, bool leavesOutlinesOut, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(owner.isDisposed, this);
        var lease = await indexes.Served.Readers.RentForRequestAsync(cancellationToken);
        try
        {
            return new SqliteSnapshot(lease, termReader, budgetOfSearch, budget, leavesOutlinesOut);
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
        var writer = indexes.Written.Writer;
        var transaction = await writer.BeginAsync(site, cancellationToken);
        try
        {
            ChangeSetApplier? applier = null;
            transaction.Do(() => applier = new ChangeSetApplier(writer.Session, writer.Terms, Now));
            return new SqliteChangeSet(transaction, applier!, writer.File.Damage, Outlines, time);
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
        var written = indexes.Written;
        var stored = await written.Readers.ReadAsync(session => SqliteState.Read(session).Fingerprint, cancellationToken);
        if (string.IsNullOrEmpty(stored)) return;
        var writer = written.Writer;
        using var transaction = await writer.BeginAsync(site, cancellationToken);
        transaction.Do(() =>
        {
            SqliteState.Describe(writer.Session, Now);
            RenderedAs.Clear(writer.Session);
        });
        transaction.Commit();
    }

    /// <inheritdoc/>
    public async ValueTask<long?> CompleteScanAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (indexes.IsRebuilding && !await indexes.IsCompleteAsync(cancellationToken)) return null;
        var known = await Sources.ReadFingerprintAsync(cancellationToken);
        if (known == fingerprint) return null;
        long revision = 0;
        var writer = indexes.Written.Writer;
        using (var transaction = await writer.BeginAsync(site, cancellationToken))
        {
            transaction.Do(() =>
            {
                if (writer.File.Former is { } former) FormerChanges.TakeOver(former, writer.Session, versions.Rendering, fingerprint, Now);
                if (known is null) writer.Terms.CutAllArchives();
                writer.Terms.RenameCategories(Now);
                SqliteState.Describe(writer.Session, Now);
                RenderedAs.Write(writer.Session, versions.Rendering, fingerprint);
                revision = SqliteState.Read(writer.Session).Revision;
            });
            transaction.Commit();
        }

        writer.File.LeaveFormer(time.GetUtcNow());
        if (indexes.IsRebuilding) await indexes.ServeBesideAsync();
        return revision;
    }

    /// <summary>Deletes the indexes of other versions that nobody will go back to, unless one is still needed.</summary>
    internal void DeleteOutdatedIndexes()
    {
        if (!indexes.IsRebuilding) indexes.Served.File.DeleteOutdated(time.GetUtcNow());
    }

    /// <inheritdoc/>
    public ValueTask BeginRebuildAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        indexes.BeginRebuild();
        return ValueTask.CompletedTask;
    }

    /// <summary>The index that is served, for the check of its pages.</summary>
    internal SqliteIndexFile ServedFile => indexes.Served.File;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed || owner != this) return;
        isDisposed = true;
        await indexes.DisposeAsync();
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();
}

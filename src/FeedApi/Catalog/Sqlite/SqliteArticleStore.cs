using System.Runtime.CompilerServices;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite;

/// <summary>The catalog in one SQLite file (WAL): readers never wait for the writer, and see whole transactions only.</summary>
/// <remarks>SQLite has no asynchronous calls; each of these takes well under a millisecond, so nothing is gained by another thread.</remarks>
public sealed class SqliteArticleStore : IArticleStore
{
    // Less than a megabyte of them.
    private const int SourcesAtOnce = 2_000;

    private readonly SqliteIndexFile file;
    private readonly SqliteWriter writer;
    private readonly SqliteReaderPool readers;
    private readonly SqliteTermReader termReader;
    private readonly TimeProvider time;
    private readonly TimeSpan searchBudget;
    private volatile bool isDisposed;

    private SqliteArticleStore(SqliteIndexFile file, SiteConfig site, TimeProvider time, TimeSpan searchBudget)
    {
        this.file = file;
        this.time = time;
        this.searchBudget = searchBudget;
        writer = new SqliteWriter(file, site);
        readers = new SqliteReaderPool(file);
        termReader = new SqliteTermReader(site);
    }

    /// <summary>Opens the index of a data folder, or begins one.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="renderingVersion">The version of rendering that the articles come from.</param>
    /// <param name="site">The site whose articles it has.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when an index is begun anew.</param>
    /// <param name="searchBudget">How long one search may take.</param>
    /// <exception cref="CatalogException">The folder cannot be used; the message is one line.</exception>
    public static SqliteArticleStore Open(
        string dataFolder, int renderingVersion, SiteConfig site, TimeProvider time, ILogger<SqliteArticleStore> logger, TimeSpan searchBudget)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SqliteArticleStore(SqliteIndexFile.Open(Path.GetFullPath(dataFolder), renderingVersion, logger), site, time, searchBudget);
    }

    /// <inheritdoc/>
    public ValueTask<CatalogState> ReadStateAsync(CancellationToken cancellationToken) => Read(SqliteState.Read, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ArticlePage> ListAsync(ArticleQuery query, CancellationToken cancellationToken) =>
        Read(session => query.Search is null ? SqlitePages.Read(session, query) : session.Within(searchBudget, time, within => SqlitePages.Read(within, query)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindAsync(string id, ArticleBodies bodies, CancellationToken cancellationToken) =>
        Read(session => FindOne(session, $"SELECT {ArticleRows.Columns} FROM articles a WHERE a.id = $1", id, bodies), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindByPathAsync(string path, ArticleBodies bodies, CancellationToken cancellationToken) =>
        Read(session => FindOne(session, $"SELECT {ArticleRows.Columns} FROM articles a WHERE a.path = $1", path, bodies), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Article>?> ListRelatedAsync(string id, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteRelated.Read(session, id, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindByRedirectAsync(string path, CancellationToken cancellationToken) => Read(
        session => FindOne(
            session,
            $"SELECT {ArticleRows.Columns} FROM redirects r JOIN articles a ON a.article = r.article WHERE r.path = $1 ORDER BY a.source LIMIT 1",
            path,
            ArticleBodies.None),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Change?> FindTombstoneAsync(string id, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.FindTombstone(session, id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Change?> FindTombstoneByPathAsync(string path, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.FindTombstoneAt(session, path), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Change>> ListTombstonesAsync(ChangedTerm? term, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.ListTombstones(session, term, since.ToUnixTimeSeconds(), limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ArchiveRange> FindArchiveAsync(ChangedTerm? term, ArchiveEdge? until, CancellationToken cancellationToken) =>
        Read(session => SqliteArchives.Find(session, SqliteTermReader.RowOf(session, term), until), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TermSummary?> FindTermAsync(TermKind kind, string slug, CancellationToken cancellationToken) =>
        Read(session => termReader.Find(session, kind, slug), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TermSummary>> ListTermsAsync(TermKind kind, CancellationToken cancellationToken) =>
        Read(session => termReader.List(session, kind), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Change>> ListChangesAsync(long afterSequence, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.Read(session, afterSequence, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Problem>> ListProblemsAsync(CancellationToken cancellationToken) => Read(ProblemRows.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CatalogMeasures> MeasureAsync(CancellationToken cancellationToken) => Read(SqliteMeasures.Read, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRecord> ListSourcesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var page = await Read(session => SourceRows.ReadAfter(session, after, SourcesAtOnce), cancellationToken);
            foreach (var source in page) yield return source;
            if (page.Count < SourcesAtOnce) yield break;
            after = page[^1].Stamp.File.Path;
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountSourcesAsync(CancellationToken cancellationToken) => Read(SourceRows.Count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SourceRecord?> FindSourceAsync(string path, CancellationToken cancellationToken) =>
        Read(session => SourceRows.Find(session, path), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> HasSourcesBelowAsync(string folder, CancellationToken cancellationToken) =>
        Read(session => SourceRows.HasBelow(session, folder), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SourceRecord>> ListScheduledAsync(int limit, CancellationToken cancellationToken) =>
        Read(session => SourceRows.ReadScheduled(session, limit), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IChangeSet> BeginAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var transaction = await writer.BeginAsync(cancellationToken);
        try
        {
            ChangeSetApplier? commit = null;
            transaction.Do(() => commit = new ChangeSetApplier(writer.Session, writer.Terms, Now));
            return new SqliteChangeSet(transaction, commit!, time);
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> CompleteScanAsync(string fingerprint, CancellationToken cancellationToken)
    {
        var known = (await ReadStateAsync(cancellationToken)).Fingerprint;
        if (known == fingerprint) return false;
        using var transaction = await writer.BeginAsync(cancellationToken);
        transaction.Do(() =>
        {
            if (known is null) writer.Terms.CutAllArchives();
            writer.Terms.RenameCategories(Now);
            SqliteState.Describe(writer.Session, Now);
            writer.Session.Run("UPDATE state SET fingerprint = $1", fingerprint);
        });
        transaction.Commit();
        return true;
    }

    /// <summary>True when the whole index was found sound at the start, so that <see cref="Check"/> is not needed.</summary>
    internal bool IsChecked => file.IsChecked;

    /// <summary>Reads through the whole index; takes seconds for each gigabyte. Damage is logged and mended by the next start.</summary>
    /// <param name="cancellationToken">Stops it at once.</param>
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
        if (isDisposed) return;
        // A commit that is under way ends first.
        await writer.CloseAsync();
        isDisposed = true;
        await readers.DisposeAsync();
        writer.Dispose();
        file.Dispose();
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    private static Article? FindOne(SqliteSession session, string sql, string value, ArticleBodies bodies) =>
        ArticleRows.ReadAll(session, session.Query(sql, value), bodies) is [var article] ? article : null;

    private ValueTask<T> Read<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return readers.ReadAsync(read, cancellationToken);
    }
}

using FeedApi.Catalog.Changes;
using FeedApi.Catalog.Sqlite.Changes;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Filters;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Catalog.Sqlite.Search;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite;

/// <summary>A snapshot in a read transaction of its own.</summary>
/// <remarks>
/// SQLite has no asynchronous API; each call of a cheap read takes well under a millisecond, so another thread would gain nothing.
/// </remarks>
internal sealed class SqliteSnapshot : IArticleSnapshot
{
    private readonly SqliteLease lease;
    private readonly SqliteTermReader terms;
    private readonly Func<ReadBudget> budgetOfSearch;
    private readonly ReadBudget? budget;

    /// <summary>Opens the snapshot: from here on the revision is fixed.</summary>
    /// <param name="lease">The connection, which the snapshot returns when disposed.</param>
    /// <param name="terms">Reads terms.</param>
    /// <param name="budgetOfSearch">The budget of a search for which none was given.</param>
    /// <param name="budget">The budget of everything that is read; null for cheap reads.</param>
    /// <param name="leavesOutlinesOut">True when articles that are not rendered yet are left out.</param>
    public SqliteSnapshot(
        SqliteLease lease, SqliteTermReader terms, Func<ReadBudget> budgetOfSearch, ReadBudget? budget, bool leavesOutlinesOut)
    {
        (this.lease, this.terms, this.budgetOfSearch, this.budget) = (lease, terms, budgetOfSearch, budget);
        (State, RenderedSince) = lease.Read(session =>
        {
            session.LeavesOutlinesOut = leavesOutlinesOut;
            return (SqliteState.Read(session), SqliteState.RenderedSince(session));
        });
    }

    /// <inheritdoc/>
    public CatalogState State { get; }

    /// <inheritdoc/>
    public DateTimeOffset? RenderedSince { get; }

    /// <inheritdoc/>
    public ValueTask<ArticlePage> ListAsync(ArticleQuery query, CancellationToken cancellationToken) => Read(
        session => query.Search is null || budget is not null
            ? SqlitePages.Read(session, query)
            : session.Within(budgetOfSearch(), within => SqlitePages.Read(within, query)),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ListedAddress>> ListAddressesAsync(
        DateTimeOffset? since, long skip, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteAddresses.Read(session, since, skip, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ListedAddress>> ListAddressesAfterAsync(
        ListedAddress last, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteAddresses.ReadAfter(session, last, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindAsync(string id, ArticleBodies bodies, CancellationToken cancellationToken) =>
        Read(session => FindOne(session, $"SELECT {ArticleRows.Columns} FROM articles a WHERE a.id = $1", id, bodies), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindByPathAsync(string path, ArticleBodies bodies, CancellationToken cancellationToken) =>
        Read(
            session => FindOne(session, $"SELECT {ArticleRows.Columns} FROM articles a WHERE a.path = $1", path, bodies),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindBySourceAsync(string source, CancellationToken cancellationToken) => Read(
        session => FindOne(session, $"SELECT {ArticleRows.Columns} FROM articles a WHERE a.source = $1", source, ArticleBodies.None),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Article>?> ListRelatedAsync(string id, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteRelated.Read(session, id, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindByRedirectAsync(string path, CancellationToken cancellationToken) => Read(
        session => FindOne(
            session,
            $"SELECT {ArticleRows.Columns} FROM redirects r JOIN articles a ON a.article = r.article WHERE r.path = $1 "
                + "ORDER BY a.source LIMIT 1",
            path,
            ArticleBodies.None),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Article?> FindByFormerPathAsync(string path, CancellationToken cancellationToken) =>
        Read(session => FindOne(session, SqliteFormerPaths.ArticleSql, path, ArticleBodies.None), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<(string Former, string Path)>> ListFormerPathsAsync(CancellationToken cancellationToken) =>
        Read(SqliteFormerPaths.List, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredFile?> FindFileAsync(string name, CancellationToken cancellationToken) =>
        Read(session => SqliteDerivedFiles.Find(session, name), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<FileLinks> FindFileLinksAsync(string key, CancellationToken cancellationToken) =>
        Read(session => SqliteFileLinks.Find(session, key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> IsFileLinkedAsync(string key, CancellationToken cancellationToken) =>
        Read(session => SqliteFileLinks.IsLinked(session, key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool?> IsBundlePublishedAsync(string folder, CancellationToken cancellationToken) =>
        Read(session => SqliteFileLinks.IsBundlePublished(session, folder), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Change?> FindTombstoneAsync(string id, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.FindTombstone(session, id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Change?> FindTombstoneByPathAsync(string path, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.FindTombstoneAt(session, path), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Change>> ListTombstonesAsync(
        ChangedTerm? term, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.ListTombstones(session, term, since.ToUnixTimeSeconds(), limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ArchiveRange> FindArchiveAsync(ChangedTerm? term, ArchiveEdge? until, CancellationToken cancellationToken) =>
        Read(session => SqliteArchives.Find(session, SqliteTermReader.RowOf(session, term), until), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TermSummary?> FindTermAsync(TermKind kind, string slug, CancellationToken cancellationToken) =>
        Read(session => terms.Find(session, kind, slug), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TermSummary>> ListTermsAsync(TermKind kind, CancellationToken cancellationToken) =>
        Read(session => terms.List(session, kind), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListSectionsAsync(CancellationToken cancellationToken) =>
        Read(SqliteSections.List, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Translation>> ListTranslationsAsync(
        IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Read(session => SqliteTranslations.List(session, keys), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Change>> ListChangesAsync(long afterSequence, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteChangeLog.Read(session, afterSequence, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ChangePage> ListChangesAsync(
        ArticleQuery query, ChangePosition from, long? until, int limit, CancellationToken cancellationToken) =>
        Read(session => SqliteSelectedChanges.Read(session, query, from, until, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Problem>> ListProblemsAsync(CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Problem>>(
            session =>
                [.. ProblemRows.ReadAll(session).Concat(MergedTerms.Read(session)).OrderBy(each => each.File, StringComparer.Ordinal)],
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Problem>> ListNewestProblemsAsync(int limit, CancellationToken cancellationToken) =>
        Read(session => ProblemRows.ReadNewest(session, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<CatalogMeasures> MeasureAsync(CancellationToken cancellationToken) => Read(SqliteMeasures.Read, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lease.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Article? FindOne(SqliteSession session, string sql, string value, ArticleBodies bodies) =>
        ArticleRows.ReadOne(session, session.Query(sql, value), bodies);

    private ValueTask<T> Read<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(lease.Read(session => budget is null ? read(session) : session.Within(budget, read)));
    }
}

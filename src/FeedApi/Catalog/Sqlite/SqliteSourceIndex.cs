using System.Runtime.CompilerServices;
using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Reads the records of source files.</summary>
internal sealed class SqliteSourceIndex(SqliteIndexes indexes, IndexVersions versions) : ISourceIndex
{
    // Less than a megabyte of memory.
    private const int SourcesAtOnce = 2_000;

    private SqliteReaderPool Readers => indexes.Written.Readers;

    /// <inheritdoc/>
    public async ValueTask<bool> IsServableAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await indexes.Served.Readers.ReadAsync(session => SqliteState.Read(session).Fingerprint is not null, cancellationToken);
        }
        catch (IndexDamageException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> ReadFingerprintAsync(CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => RenderedAs.Read(session, versions.Rendering), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceRecord> ListSourcesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var page = await indexes.Written.Whole.ReadAsync(
                session => SourceRows.ReadAfter(session, after, SourcesAtOnce), cancellationToken);
            foreach (var source in page) yield return source;
            if (page.Count < SourcesAtOnce) yield break;
            after = page[^1].Stamp.File.Path;
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountSourcesAsync(CancellationToken cancellationToken) =>
        indexes.Written.Whole.ReadAsync(SourceRows.Count, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SourceRecord?> FindSourceAsync(string path, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.Find(session, path), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListByStemAsync(IReadOnlyList<long> buckets, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.ListByStem(session, buckets), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListHoldersAsync(string id, string guid, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.ListHolders(session, id, guid), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> HasSourcesBelowAsync(string folder, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.HasBelow(session, folder), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListAwaitingAsync(string path, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.ListAwaiting(session, path), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListAwaitedAsync(CancellationToken cancellationToken) =>
        Readers.ReadAsync(SourceRows.ListAwaited, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListUnreadableAsync(int limit, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.ListUnreadable(session, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutlinedSource>> ListOutlinesAsync(
        OutlinedSource? before, int limit, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.ListOutlines(session, before, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SourceRecord>> ListScheduledAsync(int limit, CancellationToken cancellationToken) =>
        Readers.ReadAsync(session => SourceRows.ReadScheduled(session, limit), cancellationToken);
}

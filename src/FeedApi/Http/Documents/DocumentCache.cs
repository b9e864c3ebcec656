using System.Threading.Channels;

namespace FeedApi.Http.Documents;

/// <summary>
/// Caches finished documents by address until something that they show changes. Bounded by bytes; the least recently used are evicted.
/// </summary>
/// <remarks>
/// Concurrent requests for an address share one build. A build that a change overtook is served but not cached. When a newer document
/// cannot be built, because the catalog fails, the last good one is served. A hit takes no lock and reorders nothing.
/// Each reading of the site's settings has a cache of its own (<see cref="ForNextSite"/>) over the same documents: what is built under
/// former settings is served to whoever waits for it, and never cached.
/// </remarks>
internal sealed class DocumentCache
{
    // After this many hits a document is worth better compression. Feeds of terms reach it in an hour, the main feed in seconds.
    private const int PopularHits = 100;

    // Otherwise every request would wait for a catalog that hangs.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly CacheState state;
    private readonly DocumentIndex index;
    private readonly Lock gate;
    private readonly TimeProvider time;
    private readonly ILogger<DocumentCache>? logger;

    // 0 is the cache of the server, for documents that do not depend on the site.
    private readonly long site;

    /// <summary>Creates the cache of the server.</summary>
    /// <param name="maxBytes">
    /// Memory for documents; a quarter of it is for those with <see cref="Document.IsOneOfMany"/>. With 0 it keeps and compresses nothing.
    /// </param>
    /// <param name="time">The clock that delays further attempts after a failed build.</param>
    /// <param name="logger">Logs once that the catalog fails, and once that it has recovered.</param>
    public DocumentCache(long maxBytes, TimeProvider? time = null, ILogger<DocumentCache>? logger = null)
        : this(new CacheState(maxBytes), 0, time ?? TimeProvider.System, logger)
    {
    }

    private DocumentCache(CacheState state, long site, TimeProvider time, ILogger<DocumentCache>? logger)
    {
        (this.state, index, gate) = (state, state.Index, state.Gate);
        (this.site, this.time, this.logger) = (site, time, logger);
    }

    /// <summary>Documents that have become popular, for <see cref="BetterCompression"/>.</summary>
    internal ChannelReader<Document> Popular => state.Popular.Reader;

    /// <summary>True while a document is being built.</summary>
    internal bool IsBuilding => !state.Builds.IsEmpty;

    /// <summary>Returns the document at an address, from the cache or built now; null when there is none.</summary>
    /// <param name="key">Canonical address: path, query in canonical order, and everything else that selects the bytes.</param>
    /// <param name="build">Builds the document; null means that there is none, which is not cached.</param>
    /// <param name="cancellationToken">Cancels waiting; the build continues for other requests.</param>
    /// <remarks>Exceptions of the build are thrown only when there is no last good document to serve.</remarks>
    public ValueTask<Document?> GetOrBuildAsync(
        string key, Func<CancellationToken, ValueTask<Document?>> build, CancellationToken cancellationToken)
    {
        // Nothing is asked for twice, and nobody waits for the same.
        if (!state.KeepsAny) return build(cancellationToken);
        var kept = index.Find(key);
        if (kept is not null && (!kept.IsStale || time.GetTimestamp() < kept.RestsUntil)) return new(Use(kept));
        Interlocked.Increment(ref state.Misses);
        // A build belongs to the generation in which it began, so a request after a change never joins a build from before.
        var begun = Interlocked.Read(ref state.Generation);
        var buildKey = $"{site} {begun} {key}";
        // On another thread: the store works synchronously, and otherwise each waiting request would block a thread too.
        var pending = state.Builds.GetOrAdd(
            buildKey, _ => new Lazy<Task<Document?>>(() => Task.Run(() => BuildAsync(key, buildKey, begun, build))));
        return new(pending.Value.WaitAsync(cancellationToken));
    }

    /// <summary>Returns the document that earlier requests received at an address; null when there is none or it is stale.</summary>
    /// <param name="address">Path and query as the client wrote them.</param>
    public (Document Document, string? ContentLocation)? FindAt(ReadOnlySpan<char> address) =>
        index.FindAt(address) is { Kept.IsStale: false } known ? (Use(known.Kept), known.ContentLocation) : null;

    /// <summary>Remembers the document that was served at an address, so that the next request there finds it at once.</summary>
    /// <param name="address">Path and query as the client wrote them.</param>
    /// <param name="document">The document; ignored when it is not cached.</param>
    /// <param name="contentLocation">The Content-Location field at this address, if the document does not have it.</param>
    public void Remember(string address, Document document, string? contentLocation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(document);
        if (!state.KeepsAny) return;
        var isWorthIt = !document.IsOneOfMany || IsUsed(document);
        if (isWorthIt) document.Compress();
        lock (gate)
        {
            if (!IsCurrent || index.Find(document) is not { IsStale: false } kept) return;
            document.Pack();
            index.Recount(kept);
            if (isWorthIt) index.Name(kept, address, contentLocation);
        }
    }

    /// <summary>Replaces a document with a better compressed one, if it is still cached and not stale.</summary>
    internal void Improve(Document document, Document better)
    {
        lock (gate)
        {
            if (index.Find(document) is { IsStale: false } kept) index.Replace(kept, better);
        }
    }

    /// <summary>Marks all documents with any of the keys stale: they are served again only while the catalog fails.</summary>
    public void MarkStale(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            state.Generation++;
            foreach (var kept in index.With(tags)) index.Age(kept);
        }
    }

    /// <summary>Removes all documents with any of the keys, so that deleted content is never served again.</summary>
    public void Evict(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            state.Generation++;
            foreach (var kept in index.With(tags)) index.Remove(kept);
        }
    }

    /// <summary>Marks all documents stale: they are served again only while the catalog fails.</summary>
    public void Clear()
    {
        lock (gate)
        {
            state.Generation++;
            index.AgeAll();
        }
    }

    /// <summary>The cache for other settings of the site. It keeps nothing before <see cref="TakeOver"/>.</summary>
    internal DocumentCache ForNextSite() => new(state, Interlocked.Increment(ref state.Sites), time, logger);

    /// <summary>Marks all documents stale; from now on none is kept that is built under other settings than those of this cache.</summary>
    internal void TakeOver()
    {
        lock (gate)
        {
            state.CurrentSite = site;
            state.Generation++;
            index.AgeAll();
        }
    }

    private bool IsCurrent => site == 0 || site == state.CurrentSite;

    /// <summary>Returns statistics since the start.</summary>
    public DocumentCacheMeasures Measure()
    {
        lock (gate)
        {
            return new DocumentCacheMeasures(
                index.Count, index.SizeBytes, Interlocked.Read(ref state.Hits), Interlocked.Read(ref state.Misses), index.Evictions);
        }
    }

    private Document Use(CacheEntry kept)
    {
        Interlocked.Increment(ref state.Hits);
        var document = kept.Document;
        if (kept.Touch(PopularHits) && !document.IsOneOfMany) state.Popular.Writer.TryWrite(document);
        return document;
    }

    private bool IsUsed(Document document)
    {
        lock (gate) return index.Find(document)?.IsUsed ?? false;
    }

    private async Task<Document?> BuildAsync(string key, string buildKey, long begun, Func<CancellationToken, ValueTask<Document?>> build)
    {
        try
        {
            var document = await build(CancellationToken.None);
            if (document is { IsOneOfMany: false }) document.Compress();
            Keep(key, document, begun);
            return document;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && LastGood(key) is { } stale)
        {
            // A read that was refused or given up says nothing about the catalog.
            if (failure is not TimeoutException && Interlocked.Exchange(ref state.IsFailing, 1) == 0)
                logger?.LogError(failure, "Documents cannot be built; the last good ones are served");
            return stale;
        }
        finally
        {
            // Here and not where it is awaited: all callers may have been cancelled.
            state.Builds.TryRemove(buildKey, out _);
        }
    }

    private void Keep(string key, Document? document, long begun)
    {
        if (Interlocked.Exchange(ref state.IsFailing, 0) == 1) logger?.LogWarning("Documents can be built again");
        lock (gate)
        {
            if (begun != state.Generation || !IsCurrent) return;
            document?.Pack();
            if (document is not null) index.Keep(key, document);
            else if (index.Find(key) is { } former) index.Remove(former);
        }
    }

    private Document? LastGood(string key)
    {
        if (index.Find(key) is not { } kept) return null;
        kept.RestsUntil = time.GetTimestamp() + (long)(RetryDelay.TotalSeconds * time.TimestampFrequency);
        return kept.Document;
    }
}

/// <summary>Statistics of the cache since the start.</summary>
/// <param name="Count">Number of cached documents.</param>
/// <param name="SizeBytes">Their approximate memory.</param>
/// <param name="Hits">Lookups that found a document.</param>
/// <param name="Misses">Lookups that found no current document.</param>
/// <param name="Evictions">Documents evicted to make room for others.</param>
internal sealed record DocumentCacheMeasures(int Count, long SizeBytes, long Hits, long Misses, long Evictions);

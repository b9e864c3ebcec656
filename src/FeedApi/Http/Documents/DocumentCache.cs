using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FeedApi.Http.Documents;

/// <summary>
/// Keeps finished documents by address until something that they show changes. Bounded by bytes; those not used of late go first.
/// </summary>
/// <remarks>
/// One build per address however many requests wait. A build that a change overtook is answered but not kept. When no newer document can be
/// made, because the catalog fails, the last good one is answered. A hit takes no lock and moves nothing.
/// </remarks>
/// <param name="maxBytes">Memory for documents; a quarter of it is for those that are one of many.</param>
/// <param name="time">Measures how long a document that could not be made is not tried again.</param>
/// <param name="logger">Is told once that the catalog fails.</param>
internal sealed class DocumentCache(long maxBytes, TimeProvider? time = null, ILogger<DocumentCache>? logger = null)
{
    // After so many hits a document is worth better compression. Feeds of terms see as many in an hour, the main feed in seconds.
    private const int PopularHits = 100;
    private const int MaxWaiting = 64;

    // Readers must not wait for a catalog that hangs, each for itself.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly DocumentIndex index = new(maxBytes);
    private readonly ConcurrentDictionary<string, Lazy<Task<Document?>>> builds = new(StringComparer.Ordinal);
    private readonly Channel<Document> popular = Channel.CreateBounded<Document>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private long generation;
    private long hits;
    private long misses;
    private int isFailing;

    /// <summary>Documents that have become popular, for <see cref="BetterCompression"/>.</summary>
    internal ChannelReader<Document> Popular => popular.Reader;

    /// <summary>True while a request waits for a document.</summary>
    internal bool IsBuilding => !builds.IsEmpty;

    /// <summary>The document at an address: kept, or built now.</summary>
    /// <param name="key">Canonical address: path, query in canonical order, and whatever else selects the bytes.</param>
    /// <param name="build">Makes the document; null means that there is none, which is not kept.</param>
    /// <param name="cancellationToken">Gives up waiting; the build goes on for the others.</param>
    public ValueTask<Document?> GetOrBuildAsync(
        string key, Func<CancellationToken, ValueTask<Document?>> build, CancellationToken cancellationToken)
    {
        var kept = index.Find(key);
        if (kept is not null && (!kept.IsStale || time.GetTimestamp() < kept.RestsUntil)) return new(Use(kept));
        Interlocked.Increment(ref misses);
        // A build belongs to the generation in which it began: a request after a change never joins a build from before it.
        var begun = Interlocked.Read(ref generation);
        var buildKey = $"{begun} {key}";
        // On a thread of its own: the store answers without ever giving its thread back, and whoever else waits would each keep one too.
        var pending = builds.GetOrAdd(
            buildKey, _ => new Lazy<Task<Document?>>(() => Task.Run(() => BuildAsync(key, buildKey, begun, build))));
        return new(pending.Value.WaitAsync(cancellationToken));
    }

    /// <summary>What the answer at an address is made of, if requests were answered with it there before and it has not changed.</summary>
    /// <param name="address">Path and query as requests write them.</param>
    public (Document Document, string? ContentLocation)? FindAt(ReadOnlySpan<char> address) =>
        index.FindAt(address) is { Kept.IsStale: false } known ? (Use(known.Kept), known.ContentLocation) : null;

    /// <summary>Notes that a request at an address was answered with a document, so that the next one there finds it at once.</summary>
    /// <param name="address">Path and query as the request wrote them.</param>
    /// <param name="document">The document; one that is not kept is not noted.</param>
    /// <param name="contentLocation">The Content-Location field at this address, if the document does not say it.</param>
    public void Remember(string address, Document document, string? contentLocation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(document);
        var isWorthIt = !document.IsOneOfMany || IsUsed(document);
        if (isWorthIt) document.Compress();
        lock (gate)
        {
            if (index.Find(document) is not { IsStale: false } kept) return;
            index.Recount(kept);
            if (isWorthIt) index.Name(kept, address, contentLocation);
        }
    }

    /// <summary>Puts a better compressed document in the place of one, if that is still kept.</summary>
    internal void Improve(Document document, Document better)
    {
        lock (gate)
        {
            if (index.Find(document) is { IsStale: false } kept) index.Replace(kept, better);
        }
    }

    /// <summary>Drops every document that carries any of the tags. It is answered again only while the catalog fails.</summary>
    public void MarkStale(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            generation++;
            foreach (var kept in index.With(tags)) index.Age(kept);
        }
    }

    /// <summary>Drops every document that carries any of the tags for good: what was deleted is never shown again.</summary>
    public void Evict(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            generation++;
            foreach (var kept in index.With(tags)) index.Remove(kept);
        }
    }

    /// <summary>Drops everything. It is answered again only while the catalog fails.</summary>
    public void Clear()
    {
        lock (gate)
        {
            generation++;
            index.AgeAll();
        }
    }

    /// <summary>The cache in numbers.</summary>
    public DocumentCacheMeasures Measure()
    {
        lock (gate)
        {
            return new DocumentCacheMeasures(
                index.Count, index.SizeBytes, Interlocked.Read(ref hits), Interlocked.Read(ref misses), index.Evictions);
        }
    }

    private Document Use(CacheEntry kept)
    {
        Interlocked.Increment(ref hits);
        var document = kept.Document;
        if (kept.Touch(PopularHits) && !document.IsOneOfMany) popular.Writer.TryWrite(document);
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
            if (Interlocked.Exchange(ref isFailing, 1) == 0)
                logger?.LogError(failure, "Documents cannot be made; the last good ones are served");
            return stale;
        }
        finally
        {
            // Here and not where it is awaited: every caller may have given up by now.
            builds.TryRemove(buildKey, out _);
        }
    }

    private void Keep(string key, Document? document, long begun)
    {
        if (Interlocked.Exchange(ref isFailing, 0) == 1) logger?.LogWarning("Documents can be made again");
        lock (gate)
        {
            if (begun != generation) return;
            if (document is not null) index.Keep(key, document);
            else if (index.Find(key) is { } former) index.Remove(former);
        }
    }

    private Document? LastGood(string key)
    {
        if (index.Find(key) is not { } kept) return null;
        kept.RestsUntil = time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency);
        return kept.Document;
    }
}

/// <summary>The cache in numbers, since the start.</summary>
/// <param name="Count">Documents kept.</param>
/// <param name="SizeBytes">Their memory, about.</param>
/// <param name="Hits">Documents that were asked for and kept.</param>
/// <param name="Misses">Documents that were asked for and not kept.</param>
/// <param name="Evictions">Documents that gave way to others.</param>
internal sealed record DocumentCacheMeasures(int Count, long SizeBytes, long Hits, long Misses, long Evictions);

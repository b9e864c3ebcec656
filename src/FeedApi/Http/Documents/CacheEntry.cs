namespace FeedApi.Http.Documents;

/// <summary>An entry of the cache: a key, its document and its state. Read without a lock, changed under the cache's lock.</summary>
internal sealed class CacheEntry(string key, Document document)
{
    private const int MaxAddresses = 4;

    private readonly List<string> addresses = [];
    private volatile Document document = document;
    private volatile bool isUsed;
    private volatile bool isStale;
    private int hits;

    /// <summary>The canonical address under which the document is built.</summary>
    public string Key { get; } = key;

    /// <summary>The document, which may be replaced with a better compressed one of the same body.</summary>
    public Document Document
    {
        get => document;
        set => document = value;
    }

    /// <summary>The reference bit of the clock algorithm: set by a hit, cleared when the hand passes.</summary>
    public bool IsUsed
    {
        get => isUsed;
        set => isUsed = value;
    }

    /// <summary>True when its content has changed: it is served only while a newer document cannot be built.</summary>
    public bool IsStale
    {
        get => isStale;
        set => isStale = value;
    }

    /// <summary>After a failed build, when the next one may be tried; a timestamp of the cache's <see cref="TimeProvider"/>.</summary>
    public long RestsUntil { get; set; }

    /// <summary>Bytes by which it is counted in the size of the cache.</summary>
    public long AccountedBytes { get; set; } = document.SizeBytes;

    /// <summary>The addresses at which requests find it, the oldest first.</summary>
    public IReadOnlyList<string> Addresses => addresses;

    /// <summary>Records a hit; once recorded, further hits do not write to shared memory.</summary>
    /// <returns>True when the document has just become popular.</returns>
    public bool Touch(int popularHits)
    {
        if (!isUsed) isUsed = true;
        // Inexact under contention, which is good enough.
        return hits < popularHits && ++hits == popularHits;
    }

    /// <summary>Adds an address.</summary>
    /// <returns>The oldest address, which was removed in exchange; null when none was.</returns>
    public string? Add(string address)
    {
        addresses.Add(address);
        if (addresses.Count <= MaxAddresses) return null;
        var oldest = addresses[0];
        addresses.RemoveAt(0);
        return oldest;
    }
}

/// <summary>An address at which requests find a document.</summary>
/// <param name="Kept">The cache entry.</param>
/// <param name="ContentLocation">The Content-Location field at this address; null when the document has it, or there is none.</param>
internal sealed record KnownAddress(CacheEntry Kept, string? ContentLocation);

namespace FeedApi.Http.Documents;

/// <summary>A place of the cache: a key, its document, and what became of it. Read without a lock, changed under the cache's.</summary>
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

    /// <summary>The document, or a better compressed one of the same text.</summary>
    public Document Document
    {
        get => document;
        set => document = value;
    }

    /// <summary>True since it was asked for, until the hand of the clock has passed it.</summary>
    public bool IsUsed
    {
        get => isUsed;
        set => isUsed = value;
    }

    /// <summary>True when something that it shows has changed: it is answered only while no newer one can be made.</summary>
    public bool IsStale
    {
        get => isStale;
        set => isStale = value;
    }

    /// <summary>Until when no newer one is tried, since one could not be made; ticks of the clock's timestamp.</summary>
    public long RestsUntil { get; set; }

    /// <summary>Bytes for which it is accounted.</summary>
    public long AccountedBytes { get; set; } = document.SizeBytes;

    /// <summary>The addresses at which requests found it, the oldest first.</summary>
    public IReadOnlyList<string> Addresses => addresses;

    /// <summary>Notes a use: no write to memory that others read, once it is noted.</summary>
    /// <returns>True when the document has just become popular.</returns>
    public bool Touch(int popularHits)
    {
        if (!isUsed) isUsed = true;
        // Not exact under contention, and need not be.
        return hits < popularHits && ++hits == popularHits;
    }

    /// <summary>Adds an address.</summary>
    /// <returns>The one that gives way to it; null when none does.</returns>
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
/// <param name="Kept">Where it is kept.</param>
/// <param name="ContentLocation">The Content-Location field at this address; null when the document says it, or nothing does.</param>
internal sealed record KnownAddress(CacheEntry Kept, string? ContentLocation);

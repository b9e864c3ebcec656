namespace FeedApi.Http.Documents;

/// <summary>
/// Documents that share a number of bytes. Who must go is found by a clock with a second chance, so that a use need not move anything.
/// </summary>
/// <remarks>
/// Not safe for threads: the cache's lock guards it. As good as least recently used, at the price of one bit for a hit (Corbató 1968).
/// </remarks>
internal sealed class ClockEvictionList(long maxBytes)
{
    private readonly LinkedList<CacheEntry> order = [];
    private readonly Dictionary<CacheEntry, LinkedListNode<CacheEntry>> nodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Bytes in use.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>True when a document of so many bytes can be kept at all.</summary>
    public bool Fits(long bytes) => bytes <= maxBytes;

    /// <summary>Adds a document.</summary>
    public void Add(CacheEntry kept)
    {
        nodes[kept] = order.AddLast(kept);
        SizeBytes += kept.AccountedBytes;
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(CacheEntry kept)
    {
        if (!nodes.Remove(kept, out var node)) return;
        order.Remove(node);
        SizeBytes -= kept.AccountedBytes;
    }

    /// <summary>Accounts anew for a document whose encodings have changed.</summary>
    public void Recount(CacheEntry kept)
    {
        if (!nodes.ContainsKey(kept)) return;
        SizeBytes += kept.Document.SizeBytes - kept.AccountedBytes;
        kept.AccountedBytes = kept.Document.SizeBytes;
    }

    /// <summary>Lets a document go before all others.</summary>
    public void MoveToFront(CacheEntry kept)
    {
        if (!nodes.TryGetValue(kept, out var node)) return;
        order.Remove(node);
        order.AddFirst(node);
    }

    /// <summary>The document that must go; null when all may stay.</summary>
    public CacheEntry? NextToGo()
    {
        while (SizeBytes > maxBytes && order.First is { } node)
        {
            var kept = node.Value;
            if (!kept.IsUsed || kept.IsStale) return kept;
            kept.IsUsed = false;
            order.Remove(node);
            order.AddLast(node);
        }

        return null;
    }
}

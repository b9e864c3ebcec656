namespace FeedApi.Http.Documents;

/// <summary>
/// Documents with a common size limit. Evicts by the clock (second chance) algorithm, so that a hit need not reorder the list.
/// </summary>
/// <remarks>
/// Not thread-safe: guarded by the cache's lock. Approximates least recently used at the cost of one bit per entry (Corbató 1968).
/// </remarks>
internal sealed class ClockEvictionList(long maxBytes)
{
    private readonly LinkedList<CacheEntry> order = [];
    private readonly Dictionary<CacheEntry, LinkedListNode<CacheEntry>> nodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Bytes in use.</summary>
    public long SizeBytes { get; private set; }

    /// <summary>True when a document of this size can be cached at all.</summary>
    public bool Fits(long bytes) => bytes <= maxBytes;

    /// <summary>Adds a document.</summary>
    public void Add(CacheEntry kept)
    {
        nodes[kept] = order.AddLast(kept);
        SizeBytes += kept.AccountedBytes;
    }

    /// <summary>Removes a document.</summary>
    public void Remove(CacheEntry kept)
    {
        if (!nodes.Remove(kept, out var node)) return;
        order.Remove(node);
        SizeBytes -= kept.AccountedBytes;
    }

    /// <summary>Updates the size of a document whose encodings have changed.</summary>
    public void Recount(CacheEntry kept)
    {
        if (!nodes.ContainsKey(kept)) return;
        SizeBytes += kept.Document.SizeBytes - kept.AccountedBytes;
        kept.AccountedBytes = kept.Document.SizeBytes;
    }

    /// <summary>Makes a document the first to be evicted.</summary>
    public void MoveToFront(CacheEntry kept)
    {
        if (!nodes.TryGetValue(kept, out var node)) return;
        order.Remove(node);
        order.AddFirst(node);
    }

    /// <summary>The document to evict; null while the size is within the limit.</summary>
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

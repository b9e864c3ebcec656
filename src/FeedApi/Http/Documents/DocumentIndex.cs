using System.Collections.Concurrent;

namespace FeedApi.Http.Documents;

/// <summary>The cache's documents by key, by address, by reference and by surrogate key, with their size limits.</summary>
/// <remarks>Lookups by key and by address take no lock; everything else is guarded by the cache's lock.</remarks>
internal sealed class DocumentIndex
{
    // Documents that are one of many have one of four parts.
    private const int Parts = 4;

    private readonly ConcurrentDictionary<string, CacheEntry> byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownAddress> byAddress = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownAddress>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly Dictionary<Document, CacheEntry> byDocument = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, HashSet<CacheEntry>> byTag = new(StringComparer.Ordinal);
    private readonly ClockEvictionList few;
    private readonly ClockEvictionList many;

    internal DocumentIndex(long maxBytes)
    {
        bySpan = byAddress.GetAlternateLookup<ReadOnlySpan<char>>();
        many = new ClockEvictionList(maxBytes / Parts);
        few = new ClockEvictionList(maxBytes - (maxBytes / Parts));
    }

    /// <summary>Number of cached documents.</summary>
    internal int Count => byKey.Count;

    /// <summary>Their approximate memory in bytes.</summary>
    internal long SizeBytes => few.SizeBytes + many.SizeBytes;

    /// <summary>Number of documents evicted to make room for others.</summary>
    internal long Evictions { get; private set; }

    /// <summary>Finds an entry by key; null when there is none.</summary>
    internal CacheEntry? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>Finds an entry by address; null when there is none.</summary>
    internal KnownAddress? FindAt(ReadOnlySpan<char> address) => bySpan.TryGetValue(address, out var known) ? known : null;

    /// <summary>Finds the entry of a document; null when it is not cached, or no longer.</summary>
    internal CacheEntry? Find(Document document) => byDocument.GetValueOrDefault(document);

    /// <summary>Adds a document, replacing one with the same key, and evicts others to make room for it.</summary>
    internal void Keep(string key, Document document)
    {
        if (!ListOf(document).Fits(document.SizeBytes)) return;
        var kept = new CacheEntry(key, document);
        if (byKey.GetValueOrDefault(key) is { } former)
        {
            // Requests find the new document at the addresses of the former one.
            foreach (var address in former.Addresses.ToArray()) CopyAddress(kept, address);
            Remove(former);
        }

        byKey[key] = kept;
        byDocument[document] = kept;
        foreach (var tag in document.Tags) EntriesWith(tag).Add(kept);
        ListOf(document).Add(kept);
        MakeRoom(document);
    }

    /// <summary>Adds an address at which a document is found.</summary>
    internal void Name(CacheEntry kept, string address, string? contentLocation)
    {
        if (byAddress.TryGetValue(address, out var known) && known.Kept == kept) return;
        byAddress[address] = new KnownAddress(kept, contentLocation);
        if (kept.Add(address) is { } oldest) RemoveAddress(kept, oldest);
    }

    /// <summary>Replaces the document of an entry with one of the same body.</summary>
    internal void Replace(CacheEntry kept, Document document)
    {
        byDocument.Remove(kept.Document);
        byDocument[document] = kept;
        kept.Document = document;
        Recount(kept);
    }

    /// <summary>Updates the size of an entry after encodings were made.</summary>
    internal void Recount(CacheEntry kept)
    {
        if (kept.AccountedBytes == kept.Document.SizeBytes) return;
        ListOf(kept.Document).Recount(kept);
        MakeRoom(kept.Document);
    }

    /// <summary>The entries with any of the surrogate keys.</summary>
    internal IReadOnlyCollection<CacheEntry> With(IEnumerable<string> tags)
    {
        var found = new HashSet<CacheEntry>(ReferenceEqualityComparer.Instance);
        foreach (var tag in tags)
        {
            if (byTag.TryGetValue(tag, out var kept)) found.UnionWith(kept);
        }

        return found;
    }

    /// <summary>Marks an entry stale, and makes it the first to be evicted.</summary>
    internal void Age(CacheEntry kept)
    {
        kept.IsStale = true;
        ListOf(kept.Document).MoveToFront(kept);
    }

    /// <summary>Marks all entries stale and removes all addresses.</summary>
    internal void AgeAll()
    {
        byAddress.Clear();
        foreach (var kept in byKey.Values) Age(kept);
    }

    /// <summary>Removes an entry.</summary>
    internal void Remove(CacheEntry kept)
    {
        byKey.TryRemove(KeyValuePair.Create(kept.Key, kept));
        byDocument.Remove(kept.Document);
        foreach (var address in kept.Addresses) RemoveAddress(kept, address);
        ListOf(kept.Document).Remove(kept);
        foreach (var tag in kept.Document.Tags)
        {
            if (!byTag.TryGetValue(tag, out var others)) continue;
            others.Remove(kept);
            if (others.Count == 0) byTag.Remove(tag);
        }
    }

    private void CopyAddress(CacheEntry kept, string address)
    {
        if (byAddress.TryGetValue(address, out var known)) Name(kept, address, known.ContentLocation);
    }

    private void RemoveAddress(CacheEntry kept, string address)
    {
        if (byAddress.TryGetValue(address, out var known) && known.Kept == kept) byAddress.TryRemove(KeyValuePair.Create(address, known));
    }

    private void MakeRoom(Document added)
    {
        while (ListOf(added).NextToGo() is { } oldest)
        {
            Remove(oldest);
            Evictions++;
        }
    }

    private ClockEvictionList ListOf(Document document) => document.IsOneOfMany ? many : few;

    private HashSet<CacheEntry> EntriesWith(string tag)
    {
        if (!byTag.TryGetValue(tag, out var kept)) byTag[tag] = kept = new HashSet<CacheEntry>(ReferenceEqualityComparer.Instance);
        return kept;
    }
}

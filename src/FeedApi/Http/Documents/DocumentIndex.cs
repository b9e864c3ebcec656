using System.Collections.Concurrent;

namespace FeedApi.Http.Documents;

/// <summary>The documents of the cache by key, by address, by themselves and by tag, and the bytes that they may use.</summary>
/// <remarks>Look-ups take no lock; changes are guarded by the cache's.</remarks>
internal sealed class DocumentIndex
{
    // Of four parts, those that may be crawled get one.
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

    /// <summary>Documents kept.</summary>
    internal int Count => byKey.Count;

    /// <summary>Their memory, about.</summary>
    internal long SizeBytes => few.SizeBytes + many.SizeBytes;

    /// <summary>Documents that gave way to others.</summary>
    internal long Evictions { get; private set; }

    /// <summary>By key; null when there is none.</summary>
    internal CacheEntry? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>By address; null when there is none.</summary>
    internal KnownAddress? FindAt(ReadOnlySpan<char> address) => bySpan.TryGetValue(address, out var known) ? known : null;

    /// <summary>By itself; null when it is not kept, or not any more.</summary>
    internal CacheEntry? Find(Document document) => byDocument.GetValueOrDefault(document);

    /// <summary>Keeps a document in place of one with its key, and lets others go for it.</summary>
    internal void Keep(string key, Document document)
    {
        if (!ShelfOf(document).Fits(document.SizeBytes)) return;
        var kept = new CacheEntry(key, document);
        if (byKey.GetValueOrDefault(key) is { } former)
        {
            // Where the one was found the other is.
            foreach (var address in former.Addresses.ToArray()) NameAgain(kept, address);
            Remove(former);
        }

        byKey[key] = kept;
        byDocument[document] = kept;
        foreach (var tag in document.Tags) KeptWith(tag).Add(kept);
        ShelfOf(document).Add(kept);
        LetGo(document);
    }

    /// <summary>Remembers that a document is found at an address.</summary>
    internal void Name(CacheEntry kept, string address, string? contentLocation)
    {
        if (byAddress.TryGetValue(address, out var known) && known.Kept == kept) return;
        byAddress[address] = new KnownAddress(kept, contentLocation);
        if (kept.Add(address) is { } oldest) Evict(kept, oldest);
    }

    /// <summary>Puts a document of the same text in a document's place.</summary>
    internal void Replace(CacheEntry kept, Document document)
    {
        byDocument.Remove(kept.Document);
        byDocument[document] = kept;
        kept.Document = document;
        Recount(kept);
    }

    /// <summary>Accounts for encodings that were made since.</summary>
    internal void Recount(CacheEntry kept)
    {
        if (kept.AccountedBytes == kept.Document.SizeBytes) return;
        ShelfOf(kept.Document).Recount(kept);
        LetGo(kept.Document);
    }

    /// <summary>The documents that carry any of the tags.</summary>
    internal IReadOnlyCollection<CacheEntry> With(IEnumerable<string> tags)
    {
        var found = new HashSet<CacheEntry>(ReferenceEqualityComparer.Instance);
        foreach (var tag in tags)
        {
            if (byTag.TryGetValue(tag, out var kept)) found.UnionWith(kept);
        }

        return found;
    }

    /// <summary>Keeps a document only for the case that no newer one can be made.</summary>
    internal void Age(CacheEntry kept)
    {
        kept.IsStale = true;
        ShelfOf(kept.Document).MoveToFront(kept);
    }

    /// <summary>The same for all; which document an address shows is found anew.</summary>
    internal void AgeAll()
    {
        byAddress.Clear();
        foreach (var kept in byKey.Values) Age(kept);
    }

    /// <summary>Takes a document out.</summary>
    internal void Remove(CacheEntry kept)
    {
        byKey.TryRemove(KeyValuePair.Create(kept.Key, kept));
        byDocument.Remove(kept.Document);
        foreach (var address in kept.Addresses) Evict(kept, address);
        ShelfOf(kept.Document).Remove(kept);
        foreach (var tag in kept.Document.Tags)
        {
            if (!byTag.TryGetValue(tag, out var others)) continue;
            others.Remove(kept);
            if (others.Count == 0) byTag.Remove(tag);
        }
    }

    private void NameAgain(CacheEntry kept, string address)
    {
        if (byAddress.TryGetValue(address, out var known)) Name(kept, address, known.ContentLocation);
    }

    private void Evict(CacheEntry kept, string address)
    {
        if (byAddress.TryGetValue(address, out var known) && known.Kept == kept) byAddress.TryRemove(KeyValuePair.Create(address, known));
    }

    private void LetGo(Document added)
    {
        while (ShelfOf(added).NextToGo() is { } oldest)
        {
            Remove(oldest);
            Evictions++;
        }
    }

    private ClockEvictionList ShelfOf(Document document) => document.IsOneOfMany ? many : few;

    private HashSet<CacheEntry> KeptWith(string tag)
    {
        if (!byTag.TryGetValue(tag, out var kept)) byTag[tag] = kept = new HashSet<CacheEntry>(ReferenceEqualityComparer.Instance);
        return kept;
    }
}

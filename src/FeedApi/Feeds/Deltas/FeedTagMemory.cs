using FeedApi.Catalog.Changes;
using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Feeds.Deltas;

/// <summary>
/// Stores the contents of feeds by the entity tags recently served. Bounded by bytes; the least recently used are evicted.
/// </summary>
/// <remarks>A reader with an evicted tag gets the whole feed once.</remarks>
internal sealed class FeedTagMemory : IChangeListener
{
    // About 6,000 tags of feeds of 20 entries; 2,000 feeds with three versions each.
    private const int MaxBytes = 8 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Feed, string Hash), LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = new();
    private int sizeBytes;
    private int generation;

    /// <summary>Increases whenever all entries are evicted.</summary>
    public int Generation => Volatile.Read(ref generation);

    /// <summary>The content of the feed under an entity tag, for any content coding; null when it is unknown.</summary>
    public FeedSnapshot? Find(string feed, string tag)
    {
        lock (gate)
        {
            if (!entries.TryGetValue((feed, Preconditions.HashOf(tag)), out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Snapshot;
        }
    }

    /// <summary>Stores the content of a feed under its current entity tag.</summary>
    /// <param name="feed">Identifies the feed and the format.</param>
    /// <param name="tag">The entity tag, for any content coding.</param>
    /// <param name="snapshot">The content.</param>
    /// <param name="begun">The generation when reading the articles began; nothing is stored if it has changed.</param>
    public void Remember(string feed, string tag, FeedSnapshot snapshot, int begun)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var key = (feed, Preconditions.HashOf(tag));
        lock (gate)
        {
            if (begun != generation) return;
            if (entries.Remove(key, out var earlier)) Evict(earlier);
            entries[key] = byUse.AddFirst(new Entry(key, snapshot));
            sizeBytes += snapshot.SizeBytes;
            while (sizeBytes > MaxBytes && byUse.Last is { } oldest)
            {
                entries.Remove(oldest.Value.Key);
                Evict(oldest);
            }
        }
    }

    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        // The new name of a term is in entries that the change log does not list.
        if (!committed.RenamedTerms) return;
        lock (gate)
        {
            generation++;
            entries.Clear();
            byUse.Clear();
            sizeBytes = 0;
        }
    }

    private void Evict(LinkedListNode<Entry> node)
    {
        byUse.Remove(node);
        sizeBytes -= node.Value.Snapshot.SizeBytes;
    }

    private sealed record Entry((string Feed, string Hash) Key, FeedSnapshot Snapshot);
}

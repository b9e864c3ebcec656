using FeedApi.Catalog;
using FeedApi.Http.Semantics;
using FeedApi.Model;

namespace FeedApi.Feeds.Deltas;

/// <summary>
/// Remembers what feeds showed under the tags that were served of late. Bounded by bytes; the least recently used are forgotten.
/// </summary>
/// <remarks>A tag that is forgotten costs its reader the whole feed once, and nothing else.</remarks>
internal sealed class FeedTagMemory : IChangeListener
{
    // About 6,000 tags of feeds of 20 entries; 2,000 feeds with three versions each.
    private const int MaxBytes = 8 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Feed, string Hash), LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = new();
    private int sizeBytes;
    private int generation;

    /// <summary>Rises whenever everything is forgotten.</summary>
    public int Generation => Volatile.Read(ref generation);

    /// <summary>What the feed showed under a tag, in whichever coding; null when it is not known.</summary>
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

    /// <summary>Remembers what a feed shows under its present tag.</summary>
    /// <param name="feed">Names the feed and the format.</param>
    /// <param name="tag">The tag, in any coding.</param>
    /// <param name="snapshot">What it shows.</param>
    /// <param name="begun">The generation when the articles began to be read: what was overtaken is not remembered.</param>
    public void Remember(string feed, string tag, FeedSnapshot snapshot, int begun)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var key = (feed, Preconditions.HashOf(tag));
        lock (gate)
        {
            if (begun != generation) return;
            if (entries.Remove(key, out var earlier)) Forget(earlier);
            entries[key] = byUse.AddFirst(new Entry(key, snapshot));
            sizeBytes += snapshot.SizeBytes;
            while (sizeBytes > MaxBytes && byUse.Last is { } oldest)
            {
                entries.Remove(oldest.Value.Key);
                Forget(oldest);
            }
        }
    }

    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        // The new name of a term stands in entries of which the change log says nothing.
        if (!committed.RenamedTerms) return;
        lock (gate)
        {
            generation++;
            entries.Clear();
            byUse.Clear();
            sizeBytes = 0;
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        byUse.Remove(node);
        sizeBytes -= node.Value.Snapshot.SizeBytes;
    }

    private sealed record Entry((string Feed, string Hash) Key, FeedSnapshot Snapshot);
}

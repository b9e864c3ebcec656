using System.Collections.Concurrent;

namespace FeedApi.Http;

/// <summary>Keeps finished documents by address until something that they show changes. Bounded by bytes; the least recently used go first.</summary>
/// <remarks>One build per address however many requests wait. A build that a change overtook is answered but not kept.</remarks>
public sealed class DocumentCache(long maxBytes)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> byUse = new();
    private readonly Dictionary<string, HashSet<string>> keysByTag = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<Document?>>> builds = new(StringComparer.Ordinal);
    private long sizeBytes;
    private long generation;

    /// <summary>The document at an address: kept, or built now.</summary>
    /// <param name="key">Canonical address: path, query in canonical order, and whatever else selects the bytes.</param>
    /// <param name="build">Makes the document; null means that there is none, which is not kept.</param>
    /// <param name="cancellationToken">Gives up waiting; the build goes on for the others.</param>
    public async ValueTask<Document?> GetOrBuildAsync(
        string key, Func<CancellationToken, ValueTask<Document?>> build, CancellationToken cancellationToken)
    {
        if (TryGet(key) is { } kept) return kept;
        // A build belongs to the generation in which it began: a request after a change never joins a build from before it.
        var buildKey = $"{Interlocked.Read(ref generation)} {key}";
        var pending = builds.GetOrAdd(buildKey, _ => new Lazy<Task<Document?>>(() => BuildAsync(key, buildKey, build)));
        return await pending.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Drops every document that carries any of the tags.</summary>
    public void Drop(IReadOnlyCollection<string> tags)
    {
        lock (gate)
        {
            generation++;
            foreach (var tag in tags)
            {
                if (!keysByTag.TryGetValue(tag, out var keys)) continue;
                foreach (var key in keys.ToArray()) Remove(key);
            }
        }
    }

    /// <summary>Drops everything.</summary>
    public void Clear()
    {
        lock (gate)
        {
            generation++;
            entries.Clear();
            byUse.Clear();
            keysByTag.Clear();
            sizeBytes = 0;
        }
    }

    private async Task<Document?> BuildAsync(string key, string buildKey, Func<CancellationToken, ValueTask<Document?>> build)
    {
        try
        {
            var begun = Interlocked.Read(ref generation);
            var document = await build(CancellationToken.None);
            if (document is not null) Keep(key, document, begun);
            return document;
        }
        finally
        {
            // Here and not where it is awaited: every caller may have given up by now.
            builds.TryRemove(buildKey, out _);
        }
    }

    private Document? TryGet(string key)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Document;
        }
    }

    private void Keep(string key, Document document, long begun)
    {
        lock (gate)
        {
            if (begun != generation || document.SizeBytes > maxBytes) return;
            Remove(key);
            entries[key] = byUse.AddFirst(new Entry(key, document));
            sizeBytes += document.SizeBytes;
            foreach (var tag in document.Tags)
            {
                if (!keysByTag.TryGetValue(tag, out var keys)) keysByTag[tag] = keys = new HashSet<string>(StringComparer.Ordinal);
                keys.Add(key);
            }

            while (sizeBytes > maxBytes && byUse.Last is { } oldest) Remove(oldest.Value.Key);
        }
    }

    private void Remove(string key)
    {
        if (!entries.Remove(key, out var node)) return;
        byUse.Remove(node);
        sizeBytes -= node.Value.Document.SizeBytes;
        foreach (var tag in node.Value.Document.Tags)
        {
            if (!keysByTag.TryGetValue(tag, out var keys)) continue;
            keys.Remove(key);
            if (keys.Count == 0) keysByTag.Remove(tag);
        }
    }

    private sealed record Entry(string Key, Document Document);
}

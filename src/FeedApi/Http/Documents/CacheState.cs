using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FeedApi.Http.Documents;

/// <summary>What the caches of all readings of the site's settings share: documents, builds and counts.</summary>
/// <param name="maxBytes">Memory for documents.</param>
internal sealed class CacheState(long maxBytes)
{
    private const int MaxWaiting = 64;

    /// <summary>False for the cache of a command that asks for every document once.</summary>
    public readonly bool KeepsAny = maxBytes > 0;

    /// <summary>Increases with each change of what documents show. Guarded by <see cref="Gate"/>.</summary>
    public long Generation;

    /// <summary>Number of caches made for settings of the site.</summary>
    public long Sites;

    /// <summary>Lookups that found a document.</summary>
    public long Hits;

    /// <summary>Lookups that found none.</summary>
    public long Misses;

    /// <summary>1 while the catalog fails.</summary>
    public int IsFailing;

    /// <summary>Guards the index, the generation and the current site.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The documents.</summary>
    public DocumentIndex Index { get; } = new(maxBytes);

    /// <summary>The cache that may keep documents. Guarded by <see cref="Gate"/>.</summary>
    public long CurrentSite { get; set; }

    /// <summary>Running builds by site, generation and key.</summary>
    public ConcurrentDictionary<string, Lazy<Task<Document?>>> Builds { get; } = new(StringComparer.Ordinal);

    /// <summary>Documents that have become popular.</summary>
    public Channel<Document> Popular { get; } = Channel.CreateBounded<Document>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
}

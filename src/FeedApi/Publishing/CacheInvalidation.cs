using FeedApi.Catalog;
using FeedApi.Http;

namespace FeedApi.Publishing;

/// <summary>Drops just the documents that show what a change set touched.</summary>
public sealed class CacheInvalidation(DocumentCache cache) : IChangeListener
{
    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed)
    {
        // Not even the last good document shows what was deleted, when the catalog fails.
        List<Change> deletions = [.. committed.Changes.Where(change => change.Kind is ChangeKind.Delete)];
        if (deletions.Count > 0) cache.Forget(DocumentTags.Of(deletions));
        // The new name of a term stands in documents about its articles' other terms too, and nothing tells which.
        if (committed.RenamedTerms) cache.Clear();
        else cache.Drop(DocumentTags.Of(committed.Changes));
    }
}

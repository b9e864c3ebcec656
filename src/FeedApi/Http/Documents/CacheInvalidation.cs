using FeedApi.Model;

namespace FeedApi.Http.Documents;

/// <summary>Marks the documents stale that show something affected by a change set, and no others.</summary>
internal sealed class CacheInvalidation(DocumentCache cache)
{
    /// <summary>Applies a change set.</summary>
    /// <param name="committed">What was committed.</param>
    public void Apply(CommittedChanges committed)
    {
        // Deleted content must not be served even while the catalog fails.
        List<Change> deletions = [.. committed.Changes.Where(change => change.Kind is ChangeKind.Delete)];
        if (deletions.Count > 0) cache.Evict(SurrogateKeys.Of(deletions));
        // The new name of a term also appears in documents about other terms of its articles, and no key identifies those.
        if (committed.RenamedTerms) cache.Clear();
        else cache.MarkStale(SurrogateKeys.Of(committed.Changes));
    }
}

using FeedApi.Model;

namespace FeedApi.Http.Documents;

/// <summary>Marks just those documents stale that show what a change set touched.</summary>
internal sealed class CacheInvalidation(DocumentCache cache)
{
    /// <summary>Applies a change set.</summary>
    /// <param name="committed">What was committed.</param>
    public void Apply(CommittedChanges committed)
    {
        // Not even the last good document shows what was deleted, when the catalog fails.
        List<Change> deletions = [.. committed.Changes.Where(change => change.Kind is ChangeKind.Delete)];
        if (deletions.Count > 0) cache.Evict(SurrogateKeys.Of(deletions));
        // The new name of a term stands in documents about its articles' other terms too, and nothing tells which.
        if (committed.RenamedTerms) cache.Clear();
        else cache.MarkStale(SurrogateKeys.Of(committed.Changes));
    }
}

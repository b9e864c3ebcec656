using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;

namespace FeedApi.Commands;

/// <summary>Tells the document cache, which knows no catalog, of every committed change set.</summary>
internal sealed class CacheListener(CacheInvalidation cache) : IChangeListener
{
    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed) => cache.Apply(committed);
}

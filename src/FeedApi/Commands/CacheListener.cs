using FeedApi.Catalog.Changes;
using FeedApi.Http.Documents;
using FeedApi.Model;

namespace FeedApi.Commands;

/// <summary>Notifies the document cache, which does not depend on the catalog, of every committed change set.</summary>
internal sealed class CacheListener(CacheInvalidation cache) : IChangeListener
{
    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed) => cache.Apply(committed);
}

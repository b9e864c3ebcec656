using FeedApi.Model;

namespace FeedApi.Catalog.Changes;

/// <summary>Receives every committed change set, in order, on the publisher's thread: return quickly, or queue the work.</summary>
internal interface IChangeListener
{
    /// <summary>A transaction that changed at least one article, or the name of a term, was committed.</summary>
    void OnCommitted(CommittedChanges committed);
}

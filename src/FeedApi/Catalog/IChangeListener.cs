using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>Hears of every committed change set, in order, from the publisher's own thread: be quick, or queue.</summary>
internal interface IChangeListener
{
    /// <summary>A transaction that changed at least one article, or the name of a term, was committed.</summary>
    void OnCommitted(CommittedChanges committed);
}

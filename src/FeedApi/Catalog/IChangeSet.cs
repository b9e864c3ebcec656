using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>Outcomes that become visible together. Disposed without a commit, or after a failure, it leaves everything as it was.</summary>
internal interface IChangeSet : IAsyncDisposable
{
    /// <summary>Applies one more outcome. After an exception nothing of the set can be committed.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now, whatever the outcomes are: the
    /// disk is full, for example.</exception>
    ValueTask AddAsync(SourceOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Makes all of it visible: one new revision if any article changed.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<CommittedChanges> CommitAsync(CancellationToken cancellationToken);
}

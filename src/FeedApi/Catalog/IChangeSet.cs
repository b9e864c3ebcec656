using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>Outcomes that become visible atomically. Disposing it without a commit, or after a failure, rolls everything back.</summary>
internal interface IChangeSet : IAsyncDisposable
{
    /// <summary>Applies one more outcome. After an exception the change set cannot be committed.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now, whatever the outcome: the
    /// disk is full, for example.</exception>
    ValueTask AddAsync(SourceOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Commits all outcomes: a new revision if any article changed.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<CommittedChanges> CommitAsync(CancellationToken cancellationToken);
}

using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>A change set in a transaction.</summary>
internal sealed class SqliteChangeSet(SqliteTransaction transaction, ChangeSetApplier commit, TimeProvider time) : IChangeSet
{
    /// <inheritdoc/>
    public ValueTask AddAsync(SourceOutcome outcome, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Do(() => commit.Apply(outcome));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<CommittedChanges> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CommittedChanges? changes = null;
        transaction.Do(() => changes = commit.Complete(time.GetUtcNow().ToUnixTimeSeconds()));
        transaction.Commit();
        return ValueTask.FromResult(changes!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        return ValueTask.CompletedTask;
    }
}

using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>A change set in a transaction.</summary>
internal sealed class SqliteChangeSet(
    SqliteTransaction transaction, ChangeSetApplier applier, IndexDamage damage, OutlinedArticles outlines, TimeProvider time) : IChangeSet
{
    /// <inheritdoc/>
    public ValueTask AddAsync(SourceOutcome outcome, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Do(() => applier.Apply(outcome));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<CommittedChanges> CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CommittedChanges? changes = null;
        transaction.Do(() => changes = applier.Complete(time.GetUtcNow().ToUnixTimeSeconds()));
        transaction.Commit();
        foreach (var source in applier.Mended) damage.EndArticle(source);
        outlines.Advance(applier.OutlineDelta);
        return ValueTask.FromResult(changes!);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        transaction.Dispose();
        return ValueTask.CompletedTask;
    }
}

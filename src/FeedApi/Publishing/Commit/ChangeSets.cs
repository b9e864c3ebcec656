using FeedApi.Catalog;

namespace FeedApi.Publishing.Commit;

/// <summary>
/// Commits a stream of outcomes in change sets of bounded size. Each outcome is written immediately, so none is held in memory.
/// </summary>
/// <param name="writer">The catalog.</param>
/// <param name="commit">Notified of every committed set.</param>
/// <param name="maxOutcomes">Number of outcomes after which a set is committed.</param>
/// <param name="logger">Logs rejected sets.</param>
internal sealed class ChangeSets(IArticleWriter writer, ChangeSetCommitter commit, int maxOutcomes, ILogger logger) : IAsyncDisposable
{
    private readonly List<SetEntry> entries = [];
    private readonly HashSet<string> readAgain = new(StringComparer.Ordinal);
    private readonly List<SetEntry> refused = [];
    private IChangeSet? open;

    /// <summary>Paths to read again, because an id that they wait for is free now.</summary>
    public IReadOnlyCollection<string> ReadAgain => readAgain;

    /// <summary>The entries of sets that the catalog rejected: none of them is committed.</summary>
    public IReadOnlyList<SetEntry> Refused => refused;

    /// <summary>Adds outcomes that must be committed in the same set.</summary>
    public async Task AddAsync(IReadOnlyList<SourceOutcome> outcomes, CancellationToken cancellationToken)
    {
        open ??= await writer.BeginAsync(cancellationToken);
        entries.AddRange(outcomes.Select(outcome => new SetEntry(outcome.Path, outcome is SourceOutcome.Deleted)));
        try
        {
            foreach (var outcome in outcomes) await open.AddAsync(outcome, cancellationToken);
        }
        catch (Exception failure) when (ChangeSetCommitter.IsOfOutcomes(failure))
        {
            await RefuseAsync(failure);
        }

        if (entries.Count >= maxOutcomes) await CommitAsync(cancellationToken);
    }

    /// <summary>Commits the current set, if any.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (open is null) return;
        try
        {
            var committed = await open.CommitAsync(cancellationToken);
            await CloseAsync();
            readAgain.UnionWith(commit.Announce(committed));
        }
        catch (Exception failure) when (open is not null && ChangeSetCommitter.IsOfOutcomes(failure))
        {
            await RefuseAsync(failure);
        }
    }

    /// <summary>Rolls back the current set.</summary>
    public async ValueTask DisposeAsync()
    {
        if (open is not null) await CloseAsync();
    }

    private async Task RefuseAsync(Exception failure)
    {
        logger.LogWarning(failure, "A change set of {Count} files was rejected; its files are committed one by one", entries.Count);
        refused.AddRange(entries);
        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        entries.Clear();
        await open!.DisposeAsync();
        open = null;
    }
}

/// <summary>One file of a change set.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsDeleted">True when it was deleted.</param>
internal readonly record struct SetEntry(string Path, bool IsDeleted);

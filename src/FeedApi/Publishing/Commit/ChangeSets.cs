using FeedApi.Catalog;

namespace FeedApi.Publishing.Commit;

/// <summary>Commits a stream of outcomes in change sets of a bounded size. Each is written as it comes, so none waits in memory.</summary>
/// <param name="writer">The catalog.</param>
/// <param name="commit">Told of every set.</param>
/// <param name="maxOutcomes">Outcomes in one set.</param>
/// <param name="logger">Told when a set is refused.</param>
internal sealed class ChangeSets(IArticleWriter writer, ChangeSetCommitter commit, int maxOutcomes, ILogger logger) : IAsyncDisposable
{
    private readonly List<SetEntry> entries = [];
    private readonly HashSet<string> readAgain = new(StringComparer.Ordinal);
    private readonly List<SetEntry> refused = [];
    private IChangeSet? open;

    /// <summary>Paths to read again, because an id that they wait for is free now.</summary>
    public IReadOnlyCollection<string> ReadAgain => readAgain;

    /// <summary>The entries of sets that the catalog refused: none of them is committed.</summary>
    public IReadOnlyList<SetEntry> Refused => refused;

    /// <summary>Adds outcomes that belong into the same set.</summary>
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

    /// <summary>Commits what there is.</summary>
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

    /// <summary>Rolls back what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (open is not null) await CloseAsync();
    }

    private async Task RefuseAsync(Exception failure)
    {
        logger.LogWarning(failure, "A change set of {Count} files was refused; its files are committed one by one", entries.Count);
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

/// <summary>What a change set holds of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="IsDeleted">True: that it is no longer there.</param>
internal readonly record struct SetEntry(string Path, bool IsDeleted);

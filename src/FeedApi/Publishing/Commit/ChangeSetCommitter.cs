using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Model;

namespace FeedApi.Publishing.Commit;

/// <summary>Commits outcomes as one change set, notifies the listeners, and logs each new problem once.</summary>
internal sealed class ChangeSetCommitter(IArticleWriter writer, IEnumerable<IChangeListener> listeners, ILogger<ChangeSetCommitter> logger)
{
    private readonly IChangeListener[] listeners = [.. listeners];
    private long lastRevision;

    /// <summary>Commits outcomes as one change set, or one by one when the catalog rejects the set.</summary>
    /// <returns>Paths to read again, because an id that they wait for is free now.</returns>
    public async Task<IReadOnlyList<string>> CommitAsync(IReadOnlyList<SourceOutcome> outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.Count == 0) return [];
        CommittedChanges committed;
        try
        {
            committed = await CommitAtOnceAsync(outcomes, cancellationToken);
        }
        catch (Exception failure) when (IsOfOutcomes(failure))
        {
            logger.LogWarning(failure, "A change set of {Count} files was rejected; its files are committed one by one", outcomes.Count);
            return await CommitOneByOneAsync(outcomes, cancellationToken);
        }

        return Announce(committed);
    }

    /// <summary>Notifies the listeners of a commit, and logs new problems.</summary>
    /// <returns>Paths to read again, because an id that they wait for is free now.</returns>
    public IReadOnlyList<string> Announce(CommittedChanges committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        lastRevision = committed.Revision;
        if (committed.Changes.Count > 0 || committed.RenamedTerms) Tell(committed);
        foreach (var problem in committed.NewProblems) Log(problem);
        return committed.ReadAgain;
    }

    /// <summary>True when the outcomes are at fault; false when the catalog is unavailable or the operation was cancelled.</summary>
    public static bool IsOfOutcomes(Exception failure) => failure is not (OperationCanceledException or CatalogException);

    private async Task<CommittedChanges> CommitAtOnceAsync(IReadOnlyList<SourceOutcome> outcomes, CancellationToken cancellationToken)
    {
        await using var changes = await writer.BeginAsync(cancellationToken);
        foreach (var outcome in outcomes) await changes.AddAsync(outcome, cancellationToken);
        return await changes.CommitAsync(cancellationToken);
    }

    // One post that the catalog rejects must not block the others. If its problem cannot be written either, the catalog is at fault.
    private async Task<IReadOnlyList<string>> CommitOneByOneAsync(
        IReadOnlyList<SourceOutcome> outcomes, CancellationToken cancellationToken)
    {
        List<string> readAgain = [];
        foreach (var outcome in outcomes) readAgain.AddRange(Announce(await CommitOneAsync(outcome, cancellationToken)));
        return readAgain;
    }

    private async Task<CommittedChanges> CommitOneAsync(SourceOutcome outcome, CancellationToken cancellationToken)
    {
        try
        {
            return await CommitAtOnceAsync([outcome], cancellationToken);
        }
        catch (Exception refusal) when (IsOfOutcomes(refusal) && outcome is SourceOutcome.Published published)
        {
            var message = $"The catalog rejected the article: {refusal.GetType().Name}: {refusal.Message}";
            var problem = new Problem(
                ProblemCodes.Unexpected, ProblemSeverity.Error, published.Path, null, null, message, "The post is held back.");
            var rejected = new SourceOutcome.Rejected(published.Stamp, [.. published.Problems, problem]);
            return await CommitAtOnceAsync([rejected], cancellationToken);
        }
    }

    /// <summary>Records that files are about to be read under other settings than those of the index.</summary>
    /// <remarks>
    /// Otherwise an index of which some articles are of the new settings would pass for one of the old, when they return before all are
    /// read.
    /// </remarks>
    public ValueTask BeginRereadAsync(CancellationToken cancellationToken) => writer.BeginRereadAsync(cancellationToken);

    /// <summary>Records that every file was read under the present settings.</summary>
    /// <remarks>Earlier documents may contain term names of the old settings, so the listeners are notified.</remarks>
    public async Task CompleteScanAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (await writer.CompleteScanAsync(fingerprint, cancellationToken) is { } revision)
            Tell(new CommittedChanges(revision, [], RenamedTerms: true, [], []));
    }

    /// <summary>Notifies the listeners that every article is rendered: searches and totals may show more than before.</summary>
    public void AnnounceRendered() => Tell(new CommittedChanges(lastRevision, [], RenamedTerms: true, [], []));

    private void Tell(CommittedChanges committed)
    {
        foreach (var listener in listeners) listener.OnCommitted(committed);
    }

    private void Log(Problem problem)
    {
        var level = problem.Severity is ProblemSeverity.Error ? LogLevel.Error : LogLevel.Warning;
        var place = problem.Line is { } line ? $":{line}{(problem.Column is { } column ? $":{column}" : "")}" : "";
        logger.Log(
            level,
            PublishingEvents.PostProblem,
            "{File}{Place}: {Code}: {Message} {Action}",
            problem.File,
            place,
            problem.Code,
            problem.Message,
            problem.Action);
    }
}

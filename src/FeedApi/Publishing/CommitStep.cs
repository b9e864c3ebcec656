using FeedApi.Catalog;
using FeedApi.Content;

namespace FeedApi.Publishing;

/// <summary>Commits outcomes as one change set, tells the listeners, and logs each new problem once.</summary>
public sealed class CommitStep(IArticleStore store, IEnumerable<IChangeListener> listeners, ILogger<CommitStep> logger)
{
    private readonly IChangeListener[] listeners = [.. listeners];

    /// <summary>Commits.</summary>
    /// <returns>Paths to read again, because an id that they wait for is free now.</returns>
    public async Task<IReadOnlyList<string>> CommitAsync(IReadOnlyList<SourceOutcome> outcomes, CancellationToken cancellationToken)
    {
        if (outcomes.Count == 0) return [];
        var committed = await store.CommitAsync(outcomes, cancellationToken);
        if (committed.Changes.Count > 0 || committed.RenamedTerms) Tell(committed);
        foreach (var problem in committed.NewProblems) Log(problem);
        return committed.ReadAgain;
    }

    /// <summary>Notes that every file was read under the present settings. Documents made until then may show terms as the old ones named them.</summary>
    public async Task CompleteScanAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (!await store.CompleteScanAsync(fingerprint, cancellationToken)) return;
        var state = await store.ReadStateAsync(cancellationToken);
        Tell(new CommittedChanges(state.Revision, [], RenamedTerms: true, [], []));
    }

    private void Tell(CommittedChanges committed)
    {
        foreach (var listener in listeners) listener.OnCommitted(committed);
    }

    private void Log(Problem problem)
    {
        var level = problem.Severity is ProblemSeverity.Error ? LogLevel.Error : LogLevel.Warning;
        var place = problem.Line is { } line ? $":{line}{(problem.Column is { } column ? $":{column}" : "")}" : "";
        logger.Log(level, "{File}{Place}: {Code}: {Message} {Action}", problem.File, place, problem.Code, problem.Message, problem.Action);
    }
}

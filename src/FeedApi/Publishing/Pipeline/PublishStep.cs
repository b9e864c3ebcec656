using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Scan;

namespace FeedApi.Publishing.Pipeline;

/// <summary>Takes files that came, changed or went through the pipeline and commits what became of them, set by set.</summary>
public sealed class PublishStep(
    PostPipeline pipeline, IArticleStore store, ChangeSetCommitter commit, PostFiles files, IndexingProgress progress, PublishOptions options, ILogger<PublishStep> logger)
{
    /// <summary>Publishes changes, set by set. A file that moved leaves its old place in the transaction in which it comes to the new one.</summary>
    /// <param name="work">Files to read.</param>
    /// <param name="gone">Paths on record where there is no file any more.</param>
    /// <param name="cancellationToken">Stops at once; what is not committed by then is found by the next look.</param>
    /// <returns>What changed meanwhile and was left as it is.</returns>
    public async Task<IReadOnlyList<SourceOutcome.Changing>> PublishAsync(IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        var isFirstScan = (await store.ReadStateAsync(cancellationToken)).Fingerprint is null;
        await using var sets = new ChangeSets(store, commit, isFirstScan ? options.FirstScanBatchSize : options.BatchSize, logger);
        List<SourceOutcome.Changing> changing = [];
        await ApplyAsync(work, gone, sets.AddAsync, changing, cancellationToken);
        await sets.CommitAsync(cancellationToken);
        var readAgain = sets.ReadAgain.ToHashSet(StringComparer.Ordinal);
        if (sets.Refused.Count > 0) readAgain.UnionWith(await PublishOneByOneAsync(sets.Refused, changing, cancellationToken));
        // Files read again may free ids that others wait for; each round settles at least one of them.
        if (readAgain.Count > 0) changing.AddRange(await PublishAsync(Forced(readAgain), [], cancellationToken));
        return changing;
    }

    // Whoever is no longer there by now was not looked for as the others were: that is for the next look to believe.
    private async Task<IReadOnlyCollection<string>> PublishOneByOneAsync(IReadOnlyList<SetEntry> entries, List<SourceOutcome.Changing> changing, CancellationToken cancellationToken)
    {
        var readAgain = new HashSet<string>(StringComparer.Ordinal);
        var paths = entries.ToLookup(entry => entry.IsGone, entry => entry.Path);
        var present = Forced(paths[false]);
        changing.AddRange(paths[false].Except(present.Select(item => item.File.Path), StringComparer.Ordinal).Select(path => new SourceOutcome.Changing(path, IsForced: true)));
        progress.Advance(-present.Count);
        await ApplyAsync(present, [.. paths[true]], async (outcomes, token) => readAgain.UnionWith(await commit.CommitAsync(outcomes, token)), changing, cancellationToken);
        return readAgain;
    }

    private async Task ApplyAsync(
        IReadOnlyCollection<WorkItem> work,
        IReadOnlyCollection<string> gone,
        Func<IReadOnlyList<SourceOutcome>, CancellationToken, Task> apply,
        List<SourceOutcome.Changing> changing,
        CancellationToken cancellationToken)
    {
        var moves = new FileMoves(gone, work.Select(item => item.File.Path));
        foreach (var path in moves.Deleted) await apply([new SourceOutcome.Deleted(path)], cancellationToken);
        await foreach (var outcome in pipeline.RunAsync(work, cancellationToken))
        {
            progress.Advance(1);
            var oldPaths = moves.OldPathsOf(outcome.Path);
            if (outcome is SourceOutcome.Changing unread) changing.AddRange([unread, .. oldPaths.Select(path => new SourceOutcome.Changing(path, IsForced: false))]);
            else await apply([.. oldPaths.Select(path => new SourceOutcome.Deleted(path)), outcome], cancellationToken);
        }
    }

    /// <summary>Publishes that files must not be read.</summary>
    public async Task RefuseAsync(IReadOnlyList<Problem> refused, CancellationToken cancellationToken)
    {
        SourceOutcome[] held = [.. refused.GroupBy(problem => problem.File, StringComparer.Ordinal)
            .Select(group => new SourceOutcome.Rejected(new SourceStamp(new PostFile(group.Key, 0, 0), ""), [.. group]))];
        await commit.CommitAsync(held, cancellationToken);
    }

    private List<WorkItem> Forced(IEnumerable<string> paths) =>
        [.. paths.Select(files.Stat).OfType<PostFile>().Select(file => new WorkItem(file, IsForced: true))];
}

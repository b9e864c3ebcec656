using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Scan;

namespace FeedApi.Publishing.Pipeline;

/// <summary>Runs new and changed files through the pipeline, and commits the outcomes and deletions in change sets.</summary>
internal sealed class PublishStep(
    PostPipeline pipeline,
    NameResolver names,
    PostLimit limit,
    ISourceIndex sources,
    IArticleWriter writer,
    ChangeSetCommitter commit,
    PostFiles files,
    RenamedFiles renamed,
    IndexingProgress progress,
    PublishOptions options,
    ILogger<PublishStep> logger)
{
    /// <summary>
    /// Publishes changes in change sets. The old path of a moved or renamed file is deleted in the transaction that adds the new one.
    /// </summary>
    /// <param name="work">Files to read.</param>
    /// <param name="deleted">Indexed paths at which there is no file any more.</param>
    /// <param name="cancellationToken">Cancels the operation; the next scan finds what is not committed by then.</param>
    /// <returns>Files that changed while they were read. They are not committed, and must be debounced again.</returns>
    public async Task<IReadOnlyList<SourceOutcome.Changing>> PublishAsync(
        IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> deleted, CancellationToken cancellationToken)
    {
        using var activity = PublishingActivity.Start(work.Count, deleted.Count);
        var isFirstScan = await sources.ReadFingerprintAsync(cancellationToken) is null;
        var depth = isFirstScan ? await DepthOfFirstScanAsync(work.Count, cancellationToken) : PipelineDepth.Article;
        return await PublishAsync(work, deleted, isFirstScan, depth, cancellationToken);
    }

    private async Task<IReadOnlyList<SourceOutcome.Changing>> PublishAsync(
        IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> deleted, bool isFirstScan, PipelineDepth depth,
        CancellationToken cancellationToken)
    {
        await using var sets = new ChangeSets(writer, commit, isFirstScan ? options.FirstScanBatchSize : options.BatchSize, logger);
        List<SourceOutcome.Changing> changing = [];
        limit.Prepare(work.Select(item => item.File), deleted, cancellationToken);
        await ApplyAsync(work, deleted, depth, isFirstScan, sets.AddAsync, changing, cancellationToken);
        await sets.CommitAsync(cancellationToken);
        var readAgain = sets.ReadAgain.ToHashSet(StringComparer.Ordinal);
        readAgain.UnionWith(limit.TakeChanged(work.Select(item => item.File.Path)));
        if (sets.Refused.Count > 0) readAgain.UnionWith(await PublishOneByOneAsync(sets.Refused, depth, changing, cancellationToken));
        // Files read again may free ids that others wait for, or enter or leave the limit; each round resolves at least one of them.
        if (readAgain.Count > 0) changing.AddRange(await PublishAsync(Forced(readAgain), [], isFirstScan, depth, cancellationToken));
        return changing;
    }

    // Of many posts, while nothing is served, the articles are rendered later. An index that is made in the place of another one is served
    // when it is complete, and few posts are rendered in a moment.
    private async ValueTask<PipelineDepth> DepthOfFirstScanAsync(int posts, CancellationToken cancellationToken) =>
        posts >= options.OutlinesFrom && !limit.IsSet && !await sources.IsServableAsync(cancellationToken)
            ? PipelineDepth.Outline
            : PipelineDepth.Article;

    // The deletion of a file that has disappeared by now was not confirmed, so the file is debounced again.
    private async Task<IReadOnlyCollection<string>> PublishOneByOneAsync(
        IReadOnlyList<SetEntry> entries, PipelineDepth depth, List<SourceOutcome.Changing> changing, CancellationToken cancellationToken)
    {
        var readAgain = new HashSet<string>(StringComparer.Ordinal);
        var paths = entries.ToLookup(entry => entry.IsDeleted, entry => entry.Path);
        var present = Forced(paths[false]);
        var absent = paths[false].Except(present.Select(item => item.File.Path), StringComparer.Ordinal);
        changing.AddRange(absent.Select(path => new SourceOutcome.Changing(path, IsForced: true)));
        progress.Advance(-present.Count);
        await ApplyAsync(present, [.. paths[true]], depth, isFirstScan: false, CommitAsync, changing, cancellationToken);
        return readAgain;

        async Task CommitAsync(IReadOnlyList<SourceOutcome> outcomes, CancellationToken token) =>
            readAgain.UnionWith(await commit.CommitAsync(outcomes, token));
    }

    private async Task ApplyAsync(
        IReadOnlyCollection<WorkItem> work,
        IReadOnlyCollection<string> deleted,
        PipelineDepth depth,
        bool isFirstScan,
        Func<IReadOnlyList<SourceOutcome>, CancellationToken, Task> apply,
        List<SourceOutcome.Changing> changing,
        CancellationToken cancellationToken)
    {
        var resolution = await names.ResolveAsync(work, deleted, cancellationToken);
        var moves = new FileMoves(deleted, work.Select(item => item.File.Path));
        foreach (var path in moves.Deleted) await apply([new SourceOutcome.Deleted(path)], cancellationToken);
        foreach (var part in Divide(work, resolution.Renamed))
        {
            await foreach (var outcome in pipeline.RunAsync(part, resolution, depth, cancellationToken))
            {
                progress.Advance(1);
                var oldPaths = moves.OldPathsOf(outcome.Path);
                if (outcome is SourceOutcome.Changing unread)
                    changing.AddRange([unread, .. oldPaths.Select(path => new SourceOutcome.Changing(path, IsForced: false))]);
                else
                {
                    if (!isFirstScan) oldPaths = oldPaths.Union(await renamed.FormerPathsOfAsync(outcome, cancellationToken));
                    await apply([.. oldPaths.Select(path => new SourceOutcome.Deleted(path)), outcome], cancellationToken);
                }
            }
        }
    }

    // Whoever loses an id gives it up before another one takes it.
    private IEnumerable<IReadOnlyCollection<WorkItem>> Divide(IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> renamed) =>
        renamed.Count == 0 ? [work] : [Forced(renamed), [.. work.Where(item => !renamed.Contains(item.File.Path))]];

    private List<WorkItem> Forced(IEnumerable<string> paths) =>
        [.. paths.Select(files.Stat).OfType<PostFile>().Select(file => new WorkItem(file, IsForced: true))];
}

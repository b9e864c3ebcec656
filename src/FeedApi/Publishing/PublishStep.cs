using FeedApi.Catalog;
using FeedApi.Content;

namespace FeedApi.Publishing;

/// <summary>Takes files that came, changed or went through the pipeline and commits what became of them, batch by batch.</summary>
public sealed class PublishStep(PostPipeline pipeline, CommitStep commit, PostFiles files, IndexingProgress progress, PublishOptions options)
{
    /// <summary>Publishes one set of changes; a small one is one transaction, so that a file which moved is never missing.</summary>
    /// <param name="work">Files to read.</param>
    /// <param name="gone">Paths on record where there is no file any more.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async Task PublishAsync(IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        HashSet<string> readAgain = new(StringComparer.Ordinal);
        List<SourceOutcome> batch = [];
        foreach (var path in gone) await AddAsync(batch, new SourceOutcome.Gone(path), readAgain, cancellationToken);
        await foreach (var outcome in pipeline.RunAsync(work, cancellationToken))
        {
            progress.Advance(1);
            await AddAsync(batch, outcome, readAgain, cancellationToken);
        }

        await CommitAsync(batch, readAgain, cancellationToken);
        // Files read again may free ids that others wait for; each round settles at least one of them.
        if (readAgain.Count > 0) await PublishAsync(Forced(readAgain), [], cancellationToken);
    }

    /// <summary>Publishes that files must not be read.</summary>
    public async Task RefuseAsync(IReadOnlyList<Problem> refused, CancellationToken cancellationToken)
    {
        SourceOutcome[] held = [.. refused.GroupBy(problem => problem.File, StringComparer.Ordinal)
            .Select(group => new SourceOutcome.Held(new SourceStamp(new PostFile(group.Key, 0, 0), ""), [.. group]))];
        await commit.CommitAsync(held, cancellationToken);
    }

    private async Task AddAsync(List<SourceOutcome> batch, SourceOutcome outcome, HashSet<string> readAgain, CancellationToken cancellationToken)
    {
        batch.Add(outcome);
        if (batch.Count >= options.BatchSize) await CommitAsync(batch, readAgain, cancellationToken);
    }

    private async Task CommitAsync(List<SourceOutcome> batch, HashSet<string> readAgain, CancellationToken cancellationToken)
    {
        readAgain.UnionWith(await commit.CommitAsync(batch, cancellationToken));
        batch.Clear();
    }

    private List<WorkItem> Forced(IEnumerable<string> paths) =>
        [.. paths.Select(files.Stat).OfType<PostFile>().Select(file => new WorkItem(file, IsForced: true))];
}

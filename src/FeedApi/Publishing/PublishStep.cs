using FeedApi.Catalog;
using FeedApi.Content;

namespace FeedApi.Publishing;

/// <summary>Takes files that came, changed or went through the pipeline and commits what became of them, batch by batch.</summary>
public sealed class PublishStep(PostPipeline pipeline, CommitStep commit, PostFiles files, IndexingProgress progress, PublishOptions options)
{
    /// <summary>Publishes one set of changes, batch by batch. A file that moved leaves its old place in the transaction in which it comes to the new one.</summary>
    /// <param name="work">Files to read.</param>
    /// <param name="gone">Paths on record where there is no file any more.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <returns>What changed meanwhile and was left as it is.</returns>
    public async Task<IReadOnlyList<SourceOutcome.Changing>> PublishAsync(IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        var batch = new Batch();
        List<SourceOutcome.Changing> changing = [];
        var arriving = work.Select(item => NameOf(item.File.Path)).ToHashSet(StringComparer.Ordinal);
        var moved = gone.Where(path => arriving.Contains(NameOf(path))).ToLookup(NameOf, StringComparer.Ordinal);
        foreach (var path in gone.Where(path => !moved.Contains(NameOf(path)))) await AddAsync(batch, new SourceOutcome.Gone(path), cancellationToken);
        await foreach (var outcome in pipeline.RunAsync(work, cancellationToken))
        {
            progress.Advance(1);
            if (outcome is SourceOutcome.Changing unread)
            {
                changing.AddRange([unread, .. moved[NameOf(unread.Path)].Select(path => new SourceOutcome.Changing(path, IsForced: false))]);
                continue;
            }

            batch.Outcomes.AddRange(moved[NameOf(outcome.Path)].Select(path => new SourceOutcome.Gone(path)));
            await AddAsync(batch, outcome, cancellationToken);
        }

        await CommitAsync(batch, cancellationToken);
        // Files read again may free ids that others wait for; each round settles at least one of them.
        if (batch.ReadAgain.Count > 0) changing.AddRange(await PublishAsync(Forced(batch.ReadAgain), [], cancellationToken));
        return changing;
    }

    /// <summary>Publishes that files must not be read.</summary>
    public async Task RefuseAsync(IReadOnlyList<Problem> refused, CancellationToken cancellationToken)
    {
        SourceOutcome[] held = [.. refused.GroupBy(problem => problem.File, StringComparer.Ordinal)
            .Select(group => new SourceOutcome.Held(new SourceStamp(new PostFile(group.Key, 0, 0), ""), [.. group]))];
        await commit.CommitAsync(held, cancellationToken);
    }

    /// <summary>What a file keeps when it moves to another folder: its name; a bundle goes by the name of its folder.</summary>
    internal static string NameOf(string path) => PostFileName.Of(path).Stem;

    private async Task AddAsync(Batch batch, SourceOutcome outcome, CancellationToken cancellationToken)
    {
        batch.Outcomes.Add(outcome);
        if (batch.Outcomes.Count >= options.BatchSize) await CommitAsync(batch, cancellationToken);
    }

    private async Task CommitAsync(Batch batch, CancellationToken cancellationToken)
    {
        batch.ReadAgain.UnionWith(await commit.CommitAsync(batch.Outcomes, cancellationToken));
        batch.Outcomes.Clear();
    }

    private List<WorkItem> Forced(IEnumerable<string> paths) =>
        [.. paths.Select(files.Stat).OfType<PostFile>().Select(file => new WorkItem(file, IsForced: true))];

    private sealed class Batch
    {
        public List<SourceOutcome> Outcomes { get; } = [];

        public HashSet<string> ReadAgain { get; } = new(StringComparer.Ordinal);
    }
}

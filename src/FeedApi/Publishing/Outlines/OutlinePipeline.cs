using FeedApi.Catalog;
using FeedApi.Catalog.Outlines;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Outlines;

/// <summary>Renders the articles of which the index has an outline, newest first, some hundreds at a time, until there are none.</summary>
internal sealed class OutlinePipeline(
    PostPipeline pipeline,
    NameResolver names,
    ISourceIndex sources,
    PostFiles files,
    OutlinedArticles outlines,
    PublishOptions options,
    TimeProvider time,
    ILogger<OutlinePipeline> logger)
{
    // What cannot be rendered now, because its file is being written for example, is tried again.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Renders the article of one file.</summary>
    /// <returns>What was read; null when there is no such file at present.</returns>
    public async Task<SourceOutcome?> RenderAsync(string source, CancellationToken cancellationToken)
    {
        if (files.Stat(source) is not { } file) return null;
        var item = new WorkItem(file, IsForced: true);
        var resolution = await names.ResolveAsync([item], [], cancellationToken);
        return await pipeline.ReadAsync(item, resolution, PipelineDepth.Completion, cancellationToken);
    }

    /// <summary>Renders all, and hands them over part by part; waits while a part was not taken.</summary>
    /// <param name="take">Takes a part.</param>
    /// <param name="cancellationToken">Stops rendering.</param>
    public async Task RunAsync(Func<IReadOnlyList<SourceOutcome>, Task> take, CancellationToken cancellationToken)
    {
        using var threads = new LowPriorityScheduler(options.Workers, "Rendering of outlines");
        while (outlines.Any)
        {
            try
            {
                await RenderAllAsync(take, threads, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.LogWarning(failure, "Articles cannot be rendered in the background for now; it is tried again");
            }

            await Task.Delay(RetryAfter, time, cancellationToken);
        }
    }

    private async Task RenderAllAsync(
        Func<IReadOnlyList<SourceOutcome>, Task> take, TaskScheduler threads, CancellationToken cancellationToken)
    {
        OutlinedSource? last = null;
        while (await sources.ListOutlinesAsync(last, options.OutlineBatchSize, cancellationToken) is { Count: > 0 } part)
        {
            await take(await RenderAsync(part, threads, cancellationToken));
            last = part[^1];
        }
    }

    // In the order of rows the search index takes them at the least cost, and the pages of bodies become full: in the opposite one half of
    // each stays empty.
    private async Task<IReadOnlyList<SourceOutcome>> RenderAsync(
        IReadOnlyList<OutlinedSource> part, TaskScheduler threads, CancellationToken cancellationToken)
    {
        List<WorkItem> work = [.. part.OrderBy(each => each.Row).Select(each => files.Stat(each.Path)).OfType<PostFile>()
            .Select(file => new WorkItem(file, IsForced: true))];
        var resolution = await names.ResolveAsync(work, [], cancellationToken);
        var outcomes = new SourceOutcome?[work.Count];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Workers,
            TaskScheduler = threads,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, work.Count, parallel, async (i, token) =>
            outcomes[i] = outlines.FindRendered(work[i].File.Path)
                ?? await pipeline.ReadAsync(work[i], resolution, PipelineDepth.Completion, token));
        return [.. outcomes.OfType<SourceOutcome>().Where(outcome => outcome is not SourceOutcome.Changing)];
    }
}

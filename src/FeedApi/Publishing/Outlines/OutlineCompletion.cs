using System.Collections.Concurrent;
using System.Threading.Channels;
using FeedApi.Catalog;
using FeedApi.Catalog.Outlines;
using FeedApi.Content.Files;
using FeedApi.Http.Hosting.Health;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing.Outlines;

/// <summary>
/// Completes the articles of which a first scan stored an outline: all in the background, and at once those that somebody waits for.
/// </summary>
/// <remarks>
/// What somebody waits for is rendered by the thread of the request and kept in memory, so that nobody waits for a commit. Only when it
/// turns out that the article is no longer what its outline says, or cannot be shown, is that committed first. See
/// docs/decisions/0043-serve-first-render-later.md.
/// </remarks>
internal sealed class OutlineCompletion(
    OutlinePipeline pipeline,
    OutlinedArticles outlines,
    ISourceIndex sources,
    ChangeSetCommitter commit,
    FileDebouncer debouncer,
    Readiness readiness,
    TimeProvider time,
    ILogger<OutlineCompletion> logger) : IOutlineRenderer
{
    // Some ten megabytes. Whoever asks for more at once waits until what they asked for is stored.
    private const int MaxKept = 1_000;

    private readonly Channel<IReadOnlyList<SourceOutcome>> parts = Channel.CreateBounded<IReadOnlyList<SourceOutcome>>(1);
    private readonly Channel<UrgentOutcome> urgent = Channel.CreateUnbounded<UrgentOutcome>();
    private readonly ConcurrentDictionary<string, Lazy<Task>> running = new(StringComparer.Ordinal);
    private CancellationToken stop;
    private Task? background;
    private bool isRendering;
    private long begunAt;
    private long found;

    /// <summary>From now on whoever reads an outline has it rendered.</summary>
    /// <param name="stoppingToken">Ends everything.</param>
    public void Start(CancellationToken stoppingToken)
    {
        stop = stoppingToken;
        outlines.ForgetAll();
        outlines.Renderer = this;
        // An earlier run may have left some, and its index is served before the first scan ends.
        readiness.Unrendered = outlines.Count;
    }

    /// <summary>Begins to render in the background, unless that is being done or there is nothing to do.</summary>
    public void Begin()
    {
        readiness.Unrendered = outlines.Count;
        if (!outlines.Any || background is { IsCompleted: false }) return;
        (isRendering, begunAt, found) = (true, time.GetTimestamp(), outlines.Count);
        logger.LogInformation(
            PublishingEvents.RenderingBegun,
            "All feeds are served; {Count} articles are rendered as they are asked for, and all of them for the search",
            found);
        background = Task.Run(() => pipeline.RunAsync(part => parts.Writer.WriteAsync(part, stop).AsTask(), stop), stop);
    }

    /// <summary>Waits until there is something to commit.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) =>
        await await Task.WhenAny(
            parts.Reader.WaitToReadAsync(cancellationToken).AsTask(), urgent.Reader.WaitToReadAsync(cancellationToken).AsTask());

    /// <summary>Commits what somebody waits for, and at most one part of the others.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        while (urgent.Reader.TryRead(out var next))
        {
            try
            {
                await CommitAsync([next.Outcome], cancellationToken);
            }
            finally
            {
                next.Done.TrySetResult();
            }
        }

        if (parts.Reader.TryRead(out var part)) await CommitAsync(part, cancellationToken);
        // The last one may also have been saved or deleted meanwhile.
        if (isRendering && !outlines.Any) End();
    }

    /// <inheritdoc/>
    public Task RenderAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var rendering = sources.Select(source =>
            running.GetOrAdd(source, path => new Lazy<Task>(() => Task.Run(() => RenderOneAsync(path), stop))).Value);
        return Task.WhenAll(rendering).WaitAsync(cancellationToken);
    }

    private async Task RenderOneAsync(string source)
    {
        try
        {
            if (outlines.Find(source) is not null) return;
            var outcome = await pipeline.RenderAsync(source, stop);
            if (outcome is null or SourceOutcome.Changing) return;
            var known = await sources.FindSourceAsync(source, stop);
            if (outcome is SourceOutcome.Published published && known?.Stamp.Hash == published.RenderedHash
                && outlines.KeptCount < MaxKept)
                outlines.Keep(published);
            else await CommitUrgentlyAsync(outcome);
        }
        finally
        {
            running.TryRemove(source, out _);
        }
    }

    private Task CommitUrgentlyAsync(SourceOutcome outcome)
    {
        var next = new UrgentOutcome(outcome, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        urgent.Writer.TryWrite(next);
        return next.Done.Task.WaitAsync(stop);
    }

    private async Task CommitAsync(IReadOnlyList<SourceOutcome> outcomes, CancellationToken cancellationToken)
    {
        var readAgain = await commit.CommitAsync(outcomes, cancellationToken);
        foreach (var outcome in outcomes) outlines.Forget(outcome.Path);
        readiness.Unrendered = outlines.Count;
        foreach (var path in readAgain) debouncer.Add(new FileChange(path, IsRenamed: true), isForced: true);
    }

    private void End()
    {
        isRendering = false;
        readiness.Unrendered = 0;
        outlines.ForgetAll();
        commit.AnnounceRendered();
        logger.LogInformation(
            PublishingEvents.RenderingEnded,
            "{Count} articles were rendered in {Seconds:0.0} s; all can be searched",
            found,
            time.GetElapsedTime(begunAt).TotalSeconds);
    }

    private sealed record UrgentOutcome(SourceOutcome Outcome, TaskCompletionSource Done);
}

using FeedApi.Catalog;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing;

/// <summary>Reads posts again at the time when they appear or expire.</summary>
internal sealed class ScheduledPosts(
    ISourceIndex sources, PathCheck check, PublishStep step, FileDebouncer debouncer, PublishOptions options, TimeProvider time)
{
    /// <summary>When the next post appears or expires; null when none does.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    /// <summary>Finds the next time. Must be called after every publication.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken) =>
        NextDueAt = (await sources.ListScheduledAsync(1, cancellationToken)) is [var first, ..] ? first.DueAt : null;

    /// <summary>Publishes the posts that are due, if any.</summary>
    public async Task PublishDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (NextDueAt is not { } dueAt || dueAt > now) return;
        var scheduled = await sources.ListScheduledAsync(options.BatchSize, cancellationToken);
        var due = scheduled.Where(source => source.DueAt <= now).Select(source => source.Stamp.File.Path).ToList();
        var (present, deleted) = await check.DivideAsync(due, cancellationToken);
        List<WorkItem> work = [.. present.Select(file => new WorkItem(file, IsForced: true))];
        debouncer.Add(await step.PublishAsync(work, deleted, cancellationToken));
        await PlanAsync(cancellationToken);
    }
}

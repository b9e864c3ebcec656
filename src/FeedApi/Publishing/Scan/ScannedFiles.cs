using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing.Scan;

/// <summary>
/// Publishes the new and changed files that a scan found. Files saved a moment ago may be incomplete, so they are read last.
/// </summary>
internal sealed class ScannedFiles(
    PublishStep step,
    SaveLoop saves,
    FileDebouncer debouncer,
    PostFiles files,
    IndexingProgress progress,
    PublishOptions options,
    TimeProvider time)
{
    /// <summary>Publishes new and changed files, and deletions.</summary>
    /// <param name="work">Files to read.</param>
    /// <param name="again">Files to read although they have not changed, because the settings have.</param>
    /// <param name="deleted">Confirmed deletions.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task PublishAsync(
        IReadOnlyList<WorkItem> work, IReadOnlyList<WorkItem> again, IReadOnlyList<string> deleted, CancellationToken cancellationToken)
    {
        var recent = work.Where(item => IsRecent(item.File)).ToList();
        await using var reading = progress.Begin(work.Count + again.Count);
        // The old path of a recent file waits with it.
        var moves = new FileMoves(deleted, PathsOf(recent));
        await PublishNowAsync(recent.Count == 0 ? work : [.. work.Except(recent)], moves.Deleted, cancellationToken);
        if (recent.Count > 0) await PublishLaterAsync(recent, moves.Moved, cancellationToken);
        await ReadAgainAsync(again, cancellationToken);
        progress.End();
    }

    private static IEnumerable<string> PathsOf(IEnumerable<WorkItem> work) => work.Select(item => item.File.Path);

    private bool IsRecent(PostFile file) => AgeOf(file) < options.DebounceTime;

    // Negative when the clock was set back, or is not that by which the file was saved: then its age says nothing.
    private TimeSpan AgeOf(PostFile file) => TimeSpan.FromTicks(time.GetUtcNow().Ticks - file.ModifiedTicks);

    private async Task PublishLaterAsync(List<WorkItem> work, IReadOnlyList<string> deleted, CancellationToken cancellationToken)
    {
        var clock = work.Exists(item => AgeOf(item.File) >= TimeSpan.Zero) ? time : TimeProvider.System;
        await Task.Delay(options.DebounceTime, clock, cancellationToken);
        var isQuiet = work.ToLookup(item => files.Stat(item.File.Path) == item.File);
        foreach (var item in isQuiet[false]) debouncer.Add(new FileChange(item.File.Path), item.IsForced);
        var moves = new FileMoves(deleted, PathsOf(isQuiet[true]));
        foreach (var path in moves.Deleted) debouncer.Add(new FileChange(path));
        await PublishNowAsync([.. isQuiet[true]], moves.Moved, cancellationToken);
    }

    private async Task PublishNowAsync(IReadOnlyList<WorkItem> work, IReadOnlyList<string> deleted, CancellationToken cancellationToken) =>
        debouncer.Add(await step.PublishAsync(work, deleted, cancellationToken));

    // In parts, with what is saved meanwhile in between: there may be a million, and a new post must not wait for them.
    private async Task ReadAgainAsync(IReadOnlyList<WorkItem> work, CancellationToken cancellationToken)
    {
        foreach (var part in work.Chunk(options.BatchSize))
        {
            await PublishNowAsync(part, [], cancellationToken);
            await saves.TakeChangesAsync(cancellationToken);
            await saves.PublishAsync(cancellationToken);
        }
    }
}

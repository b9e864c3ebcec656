using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Scan;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Processes changes of single files: takes them from the watcher, debounces them, and publishes the files that are quiet.
/// </summary>
internal sealed class SaveLoop(
    ContentWatcher watcher,
    FileDebouncer debouncer,
    ScanSchedule scans,
    ISourceIndex sources,
    DeletionConfirmation deletions,
    AwaitedFiles awaited,
    PathCheck check,
    PublishStep step)
{
    private readonly List<FileChange> requests = [];

    /// <summary>When the next file may be quiet, in uptime; null when none is being debounced.</summary>
    public TimeSpan? NextDueAt =>
        awaited.NextDueAt is { } arrival && !(debouncer.NextDueAt < arrival) ? arrival : debouncer.NextDueAt;

    /// <summary>Starts watching.</summary>
    public void Start() => watcher.Start();

    /// <summary>Stops watching for good.</summary>
    public void Stop() => watcher.Dispose();

    /// <summary>Waits until changes are reported.</summary>
    public Task WaitForChangesAsync(CancellationToken cancellationToken) => watcher.Changes.WaitToReadAsync(cancellationToken).AsTask();

    /// <summary>Takes the reported changes: files are debounced; changes that only a scan can resolve request one.</summary>
    public async Task TakeChangesAsync(CancellationToken cancellationToken)
    {
        while (watcher.Changes.TryRead(out var change))
        {
            if (change == FileChange.Nothing) continue;
            if (change.Request is not null) requests.Add(change);
            else if (change.IsOther) await awaited.AddAsync(change.Path, cancellationToken);
            else if (await NeedsScanAsync(change, cancellationToken)) scans.RequestRescan();
            else if (!change.MayBeFolder) debouncer.Add(change);
        }

        if (watcher.TakeOverflow()) scans.RequestRescan();
        ReadAgain(await awaited.TakePostsAsync(cancellationToken));
    }

    /// <summary>Publishes the files that are quiet.</summary>
    /// <returns>False when there are none.</returns>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        var hasRequests = await PublishRequestedAsync(cancellationToken);
        if (debouncer.IsEmpty) return hasRequests;
        // A deleted file may have moved to a folder for which a scan was requested.
        var (ready, absent) = debouncer.TakeQuiet(keepsAbsent: scans.IsRescanRequested);
        if (ready.Count + absent.Count == 0) return hasRequests;
        var deleted = await deletions.ConfirmAsync(absent, ready.Select(item => item.File.Path), cancellationToken);
        debouncer.Add(await step.PublishAsync(ready, deleted, cancellationToken));
        foreach (var path in check.FindReturned(absent)) debouncer.Add(new FileChange(path));
        return true;
    }

    // Whoever asks waits for the answer, and nothing is being saved.
    private async Task<bool> PublishRequestedAsync(CancellationToken cancellationToken)
    {
        if (requests.Count == 0) return false;
        FileChange[] asked = [.. requests];
        requests.Clear();
        var paths = asked.Select(change => change.Path).Distinct(StringComparer.Ordinal).ToList();
        var (present, deleted) = await check.DivideAsync(paths, cancellationToken);
        List<WorkItem> work = [.. present.Select(file => new WorkItem(file, IsForced: true))];
        debouncer.Add(await step.PublishAsync(work, deleted, cancellationToken));
        foreach (var change in asked) change.Request!.TrySetResult();
        return true;
    }

    private void ReadAgain(IEnumerable<string> posts)
    {
        foreach (var post in posts) debouncer.Add(new FileChange(post, IsRenamed: true), isForced: true);
    }

    private async ValueTask<bool> NeedsScanAsync(FileChange change, CancellationToken cancellationToken) =>
        change.IsEverything || (change.MayBeFolder && await sources.HasSourcesBelowAsync(change.Path, cancellationToken));
}

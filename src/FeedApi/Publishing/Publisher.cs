using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Http.Hosting;
using FeedApi.Model;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Scan;
using FeedApi.Publishing.Watch;
using FeedApi.Site;

namespace FeedApi.Publishing;

/// <summary>The only writer: brings the index up to date with the content folder at start, and keeps it so while the server runs.</summary>
internal sealed class Publisher(
    SiteConfig site, PostFiles files, IArticleStore store, ContentScanner scanner, PublishStep step, ChangeSetCommitter commit,
    ContentWatcher watcher, IndexingProgress progress, Readiness readiness, PublishOptions options, TimeProvider time,
    ILogger<Publisher> logger) : BackgroundService
{
    private const int FewFiles = 10;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // A timer takes at most about 49 days; a post may be scheduled years ahead.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly FileDebouncer debouncer = new(files.Stat, time, options.DebounceTime);
    private readonly DeletionGuard deletions = new(time, options.RescanEvery);
    private readonly ContentAvailability content = new(readiness, time, options.GraceTime);
    private Task<ScanResult?>? look;
    private DateTimeOffset lookBegunAt;
    private DateTimeOffset rescanAt;
    private DateTimeOffset? dueAt;

    // That something happened which only a look at the whole folder tells: one is due for it, or one is under way.
    private bool isLookAskedFor;
    private bool isAskedLook;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if ((await store.ReadStateAsync(stoppingToken)).Fingerprint is null) readiness.NotReady("The posts are being indexed for the first time.");
        else readiness.Ready();

        // Watching begins before the first scan, so that a file saved in between is not missed.
        watcher.Start();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                BeginLook(stoppingToken);
                await FinishLookAsync(stoppingToken);
                readiness.Ready();
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "Publishing failed; what is indexed stays served, and the folder is compared again in {Seconds} s", AfterFailure.TotalSeconds);
                content.Fail(failure is CatalogException ? failure.Message : "The log says why.");
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitForWorkAsync(cancellationToken);
            while (watcher.Changes.TryRead(out var change))
            {
                if (change.IsEverything || (change.MayBeFolder && await store.HasSourcesBelowAsync(change.Path, cancellationToken))) AskForLook();
                else if (!change.MayBeFolder) debouncer.Add(change);
            }

            if (watcher.TakeOverflow()) AskForLook();
            await PublishSettledAsync(cancellationToken);
            if (dueAt <= time.GetUtcNow()) await PublishDueAsync(cancellationToken);
            if (look is { IsCompleted: true }) await FinishLookAsync(cancellationToken);
            if (look is null && rescanAt <= time.GetUtcNow()) BeginLook(cancellationToken);
        }
    }

    private void AskForLook()
    {
        rescanAt = time.GetUtcNow();
        isLookAskedFor = true;
    }

    private async Task WaitForWorkAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wakeAt = new[] { dueAt, debouncer.NextDueAt, look is null ? rescanAt : null, now + LongestWait }.OfType<DateTimeOffset>().Min();
        if (wakeAt <= now || look is { IsCompleted: true }) return;

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var hinted = watcher.Changes.WaitToReadAsync(waiting.Token).AsTask();
        await Task.WhenAny([hinted, Task.Delay(wakeAt - now, time, waiting.Token), .. look is null ? Array.Empty<Task>() : [look]]);
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task PublishSettledAsync(CancellationToken cancellationToken)
    {
        if (debouncer.IsEmpty) return;
        // What is gone may have moved to a folder that an asked look is for.
        var (ready, absent) = debouncer.TakeQuiet(keepsAbsent: isLookAskedFor || isAskedLook);
        if (ready.Count + absent.Count == 0) return;
        var gone = await GoneOfAsync(absent, cancellationToken);
        var known = gone.Count == 0 ? 0 : await store.CountSourcesAsync(cancellationToken);
        var believed = Believe(gone, ready.Select(item => item.File), known, isFullScan: false);
        await PublishAsync(ready, believed, cancellationToken);
        await PlanScheduleAsync(cancellationToken);
    }

    // A look at a million files takes seconds. Saved files are published meanwhile: what the look saw of them is checked again afterwards.
    private void BeginLook(CancellationToken cancellationToken)
    {
        progress.BeginScan();
        lookBegunAt = time.GetUtcNow();
        rescanAt = DateTimeOffset.MaxValue;
        (isAskedLook, isLookAskedFor) = (isLookAskedFor, false);
        watcher.Renew();
        look = Task.Run(() => LookAsync(cancellationToken), cancellationToken);
    }

    // Null when there is nothing to look at.
    private async Task<ScanResult?> LookAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(site.ContentFolder)) return null;
        var isChanged = (await store.ReadStateAsync(cancellationToken)).Fingerprint != site.Fingerprint;
        return await scanner.ScanAsync(readsEverything: isChanged, cancellationToken);
    }

    private async Task FinishLookAsync(CancellationToken cancellationToken)
    {
        var ended = look!;
        (look, isAskedLook) = (null, false);
        var scan = await ended;
        var pause = PauseAfter(time.GetUtcNow() - lookBegunAt);
        if (scan is not null) await PublishLookAsync(scan, cancellationToken);
        else logger.LogError("The content folder {Folder} is not there; what is indexed stays served", site.ContentFolder);
        content.Report(scan is not null, deletions.IsHolding);
        RescanWithin(watcher.IsIncomplete || options.Polls || content.IsUnavailable ? pause.Often : pause.Seldom);
    }

    // Looks that take long leave most of the time to others.
    private (TimeSpan Often, TimeSpan Seldom) PauseAfter(TimeSpan lookTime) =>
        (TimeSpan.FromTicks(Math.Max(options.PollEvery.Ticks, 4 * lookTime.Ticks)), TimeSpan.FromTicks(Math.Max(options.RescanEvery.Ticks, 40 * lookTime.Ticks)));

    private void RescanWithin(TimeSpan pause)
    {
        var at = time.GetUtcNow() + pause;
        if (at < rescanAt) rescanAt = at;
    }

    private async Task PublishLookAsync(ScanResult scan, CancellationToken cancellationToken)
    {
        await step.RejectAsync([.. scan.Rejected.Where(problem => files.Stat(problem.File) is null)], cancellationToken);
        List<string> missing = [.. scan.Deleted.Where(path => files.Stat(path) is null)];
        if (missing.Count <= FewFiles && !deletions.IsHolding) SettleLeft(missing, scan.Work);
        var believed = Believe(missing, scan.Work.Select(item => item.File), scan.KnownCount, isFullScan: true);
        var justSaved = scan.Work.Where(item => WasJustSaved(item.File)).ToList();
        progress.Begin(scan.Work.Count);
        var late = new FileMoves(believed, justSaved.Select(item => item.File.Path));
        await PublishAsync(justSaved.Count == 0 ? scan.Work : [.. scan.Work.Except(justSaved)], late.Deleted, cancellationToken);
        await PublishJustSavedAsync(justSaved, late.Moved, cancellationToken);
        progress.End();
        // What is held was not read under the present settings.
        if (!deletions.IsHolding) await commit.CompleteScanAsync(site.Fingerprint, cancellationToken);
        await PlanScheduleAsync(cancellationToken);
    }

    // What changed between the look and the reading is looked at again. That it had to be read is not forgotten over it.
    private async Task PublishAsync(IReadOnlyList<WorkItem> work, IReadOnlyCollection<string> gone, CancellationToken cancellationToken)
    {
        foreach (var changing in await step.PublishAsync(work, gone, cancellationToken)) Settle(changing.Path, changing.IsForced);
    }

    private void Settle(string path, bool isForced) => debouncer.Add(new FileChange(path), isForced);

    // A file that moves may have left its place before the look and come to the other one behind it: few files that are gone rest like those that are saved.
    private void SettleLeft(List<string> missing, IReadOnlyList<WorkItem> work)
    {
        if (missing.Count == 0) return;
        var moves = new FileMoves(missing, work.Select(item => item.File.Path));
        // What is still there and no post any more, as beside the post of a bundle, has nothing to wait for.
        var left = moves.Deleted.Where(path => files.RefusalOf(path) is null).ToHashSet(StringComparer.Ordinal);
        foreach (var path in left) Settle(path, isForced: false);
        missing.RemoveAll(left.Contains);
    }

    private bool WasJustSaved(PostFile file) =>
        time.GetUtcNow().Ticks - file.ModifiedTicks is var age && age >= 0 && age < options.DebounceTime.Ticks;

    // What was saved a moment ago may still be being written. What it may have moved from waits with it.
    private async Task PublishJustSavedAsync(List<WorkItem> work, IReadOnlyList<string> gone, CancellationToken cancellationToken)
    {
        if (work.Count == 0) return;
        await Task.Delay(options.DebounceTime, time, cancellationToken);
        var later = work.ToLookup(item => files.Stat(item.File.Path) == item.File);
        foreach (var item in later[false]) Settle(item.File.Path, item.IsForced);
        var moves = new FileMoves(gone, later[true].Select(item => item.File.Path));
        foreach (var path in moves.Deleted) Settle(path, isForced: false);
        await PublishAsync([.. later[true]], moves.Moved, cancellationToken);
    }

    private async Task PublishDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = (await store.ListScheduledAsync(options.BatchSize, cancellationToken)).Where(source => source.DueAt <= now).Select(source => source.Stamp.File.Path).ToList();
        var present = due.Select(files.Stat).OfType<PostFile>().ToList();
        var gone = await GoneOfAsync([.. due.Except(present.Select(file => file.Path), StringComparer.Ordinal)], cancellationToken);
        await PublishAsync([.. present.Select(file => new WorkItem(file, IsForced: true))], gone, cancellationToken);
        await PlanScheduleAsync(cancellationToken);
    }

    // Where there is no file any more there may be something else, such as a link that leads out: that is a problem, not a deletion.
    private async Task<IReadOnlyList<string>> GoneOfAsync(IReadOnlyList<string> absent, CancellationToken cancellationToken)
    {
        if (absent.Count == 0) return [];
        Problem[] refused = [.. absent.Select(files.RefusalOf).OfType<Problem>()];
        await step.RejectAsync(refused, cancellationToken);
        List<string> gone = [];
        foreach (var path in absent.Except(refused.Select(problem => problem.File), StringComparer.Ordinal))
        {
            if (await store.FindSourceAsync(path, cancellationToken) is not null) gone.Add(path);
        }

        return gone;
    }

    private IReadOnlyList<string> Believe(IReadOnlyList<string> gone, IEnumerable<PostFile> arriving, long knownCount, bool isFullScan)
    {
        var wasHolding = deletions.IsHolding;
        var believed = deletions.Confirm(gone, arriving.Select(file => file.Path), knownCount, isFullScan);
        if (!wasHolding && deletions.IsHolding)
            logger.LogError("{Count} of {Known} posts vanished at once; they stay served until a later look confirms it", gone.Count - believed.Count, knownCount);
        if (deletions.IsHolding) RescanWithin(options.PollEvery);
        return believed;
    }

    private async Task PlanScheduleAsync(CancellationToken cancellationToken) =>
        dueAt = (await store.ListScheduledAsync(1, cancellationToken)) is [var first, ..] ? first.DueAt : null;
}

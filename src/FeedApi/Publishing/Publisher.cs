using FeedApi.Catalog;
using FeedApi.Content;
using FeedApi.Http;

namespace FeedApi.Publishing;

/// <summary>The only writer: brings the index up to date with the content folder at start, and keeps it so while the server runs.</summary>
public sealed class Publisher(
    SiteConfig site, PostFiles files, IArticleStore store, ContentScanner scanner, PostPipeline pipeline, CommitStep commit,
    ContentWatcher watcher, IndexingProgress progress, Readiness readiness, PublishOptions options, TimeProvider time,
    ILogger<Publisher> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly SettlingFiles settling = new(files.Stat, time, options.SettleTime);
    private readonly DeletionGuard deletions = new(time, options.RescanEvery);
    private DateTimeOffset rescanAt;
    private DateTimeOffset? dueAt;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var state = await store.ReadStateAsync(stoppingToken);
        if (state.Fingerprint is null) readiness.NotReady("The posts are being indexed for the first time.");
        else readiness.Ready();

        // Watching begins before the first scan, so that a file saved in between is not missed.
        watcher.Start();
        var isFirst = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (isFirst) await ScanAsync(!string.Equals(state.Fingerprint, site.Fingerprint, StringComparison.Ordinal), stoppingToken);
                isFirst = false;
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
                rescanAt = time.GetUtcNow();
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitForWorkAsync(cancellationToken);
            while (watcher.Hints.TryRead(out var path))
            {
                if (path.Length == 0) rescanAt = time.GetUtcNow();
                else settling.Add(path);
            }

            await PublishSettledAsync(cancellationToken);
            if (dueAt <= time.GetUtcNow()) await PublishDueAsync(cancellationToken);
            if (rescanAt <= time.GetUtcNow()) await ScanAsync(readsEverything: false, cancellationToken);
        }
    }

    private async Task WaitForWorkAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wakeAt = dueAt is { } due && due < rescanAt ? due : rescanAt;
        if (!settling.IsEmpty && now + options.SettleTime < wakeAt) wakeAt = now + (options.SettleTime / 4);
        if (wakeAt <= now) return;

        // A timer takes at most about 49 days; a post may be scheduled years ahead, but the rescan always comes first.
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(watcher.Hints.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(wakeAt - now, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task PublishSettledAsync(CancellationToken cancellationToken)
    {
        if (settling.IsEmpty) return;
        var (ready, absent) = settling.TakeSettled();
        await PublishAbsentAsync(absent, cancellationToken);
        await PublishAsync([.. ready.Select(file => new WorkItem(file, IsForced: false))], cancellationToken);
    }

    private async Task ScanAsync(bool readsEverything, CancellationToken cancellationToken)
    {
        var isRetryLater = !Directory.Exists(site.ContentFolder);
        rescanAt = time.GetUtcNow() + options.RescanEvery;
        if (isRetryLater)
        {
            logger.LogError("The content folder {Folder} is not there; what is indexed stays served", site.ContentFolder);
            return;
        }

        var scan = await scanner.ScanAsync(readsEverything, cancellationToken);
        await PublishRefusedAsync(scan.Refused, cancellationToken);
        var work = scan.Work.ToLookup(item => WasJustSaved(item.File));
        progress.Begin(scan.Work.Count);
        await PublishAsync([.. work[false]], cancellationToken);
        await PublishJustSavedAsync([.. work[true]], cancellationToken);
        progress.End();
        await PublishGoneAsync(scan.Gone, scan.KnownCount, cancellationToken);
        await commit.CompleteScanAsync(site.Fingerprint, cancellationToken);
        await PlanScheduleAsync(cancellationToken);
    }

    private bool WasJustSaved(PostFile file) =>
        time.GetUtcNow().Ticks - file.ModifiedTicks is var age && age >= 0 && age < options.SettleTime.Ticks;

    // What was saved a moment ago may still be being written.
    private async Task PublishJustSavedAsync(List<WorkItem> work, CancellationToken cancellationToken)
    {
        if (work.Count == 0) return;
        await Task.Delay(options.SettleTime, time, cancellationToken);
        var later = work.ToLookup(item => files.Stat(item.File.Path) == item.File);
        foreach (var item in later[false]) settling.Add(item.File.Path);
        await PublishAsync([.. later[true]], cancellationToken);
    }

    private async Task PublishDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await store.ListScheduledAsync(options.BatchSize, cancellationToken);
        foreach (var source in due.Where(source => source.DueAt <= now))
        {
            if (files.Stat(source.Stamp.File.Path) is { } file) await PublishAsync([new WorkItem(file, IsForced: true)], cancellationToken);
            else await PublishAbsentAsync([source.Stamp.File.Path], cancellationToken);
        }

        await PlanScheduleAsync(cancellationToken);
    }

    // Files read again may free ids that others wait for; each round settles at least one of them.
    private async Task PublishAsync(List<WorkItem> work, CancellationToken cancellationToken)
    {
        if (work.Count == 0) return;
        for (var next = work; next.Count > 0;)
        {
            HashSet<string> readAgain = new(StringComparer.Ordinal);
            List<SourceOutcome> batch = [];
            await foreach (var outcome in pipeline.RunAsync(next, cancellationToken))
            {
                batch.Add(outcome);
                if (batch.Count < options.BatchSize) continue;
                readAgain.UnionWith(await CommitAsync(batch, cancellationToken));
                batch.Clear();
            }

            readAgain.UnionWith(await CommitAsync(batch, cancellationToken));
            next = Forced(readAgain);
        }

        await PlanScheduleAsync(cancellationToken);
    }

    private async Task PublishGoneAsync(IReadOnlyList<string> gone, long? knownCount, CancellationToken cancellationToken)
    {
        if (gone.Count == 0) return;
        var known = knownCount ?? (await store.ReadStateAsync(cancellationToken)).ArticleCount;
        if (!deletions.Confirms(gone.Count, known))
        {
            logger.LogError("{Count} of {Known} posts vanished at once; they stay served until a later look confirms it", gone.Count, known);
            return;
        }

        foreach (var chunk in gone.Chunk(options.BatchSize))
        {
            var readAgain = await commit.CommitAsync([.. chunk.Select(path => new SourceOutcome.Gone(path))], cancellationToken);
            await PublishAsync(Forced(readAgain), cancellationToken);
        }
    }

    // Where there is no file any more there may be something else, such as a link that leads out: that is a problem, not a deletion.
    private async Task PublishAbsentAsync(IReadOnlyList<string> absent, CancellationToken cancellationToken)
    {
        if (absent.Count == 0) return;
        Problem[] refused = [.. absent.Select(files.RefusalOf).OfType<Problem>()];
        await PublishRefusedAsync(refused, cancellationToken);
        var gone = absent.Except(refused.Select(problem => problem.File), StringComparer.Ordinal);
        await PublishGoneAsync(await KnownAsync([.. gone], cancellationToken), null, cancellationToken);
    }

    private async Task PublishRefusedAsync(IReadOnlyList<Problem> refused, CancellationToken cancellationToken)
    {
        SourceOutcome[] held = [.. refused.GroupBy(problem => problem.File, StringComparer.Ordinal)
            .Select(group => new SourceOutcome.Held(new SourceStamp(new PostFile(group.Key, 0, 0), ""), [.. group]))];
        await commit.CommitAsync(held, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> CommitAsync(List<SourceOutcome> batch, CancellationToken cancellationToken)
    {
        var readAgain = await commit.CommitAsync(batch, cancellationToken);
        progress.Advance(batch.Count);
        return readAgain;
    }

    private async Task<IReadOnlyList<string>> KnownAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        List<string> known = [];
        foreach (var path in paths)
        {
            if (await store.FindSourceAsync(path, cancellationToken) is not null) known.Add(path);
        }

        return known;
    }

    private async Task PlanScheduleAsync(CancellationToken cancellationToken) =>
        dueAt = (await store.ListScheduledAsync(1, cancellationToken)) is [var first, ..] ? first.DueAt : null;

    private List<WorkItem> Forced(IEnumerable<string> paths) =>
        [.. paths.Select(files.Stat).OfType<PostFile>().Select(file => new WorkItem(file, IsForced: true))];
}

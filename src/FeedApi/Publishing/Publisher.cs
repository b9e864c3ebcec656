using FeedApi.Model.Dates;
using FeedApi.Publishing.Outlines;
using FeedApi.Publishing.Scan;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing;

/// <summary>
/// The only writer of the index: brings it up to date with the content folder at startup, and keeps it up to date while the server runs.
/// Everything is published by this one task; only scans of the folder run in parallel. It publishes under one reading of the site's
/// settings; after it has ended, another one follows under the next.
/// </summary>
internal sealed class Publisher(
    ScanLoop scans,
    SaveLoop saves,
    ScheduledPosts scheduled,
    UnreadablePaths unreadable,
    Heartbeat heartbeat,
    ContentAvailability availability,
    OutlineCompletion outlines,
    TimeProvider time)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // A timer takes at most about 49 days; a post may be scheduled years ahead.
    private static readonly TimeSpan MaxWait = TimeSpan.FromHours(1);

    /// <summary>Publishes until it is cancelled; what is not committed by then is found by the next scan.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        try
        {
            outlines.Start(stoppingToken);
            await availability.BeginAsync(stoppingToken);
            // Watching begins before the first scan, so that a file saved in between is not missed.
            saves.Start();
            var beating = heartbeat.RunAsync(stoppingToken);
            await PublishAsync(stoppingToken);
            await beating;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        finally
        {
            saves.Stop();
        }
    }

    private async Task PublishAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                scans.Begin(stoppingToken);
                await scans.FinishAsync(stoppingToken);
                await unreadable.PlanAsync(stoppingToken);
                outlines.Begin();
                availability.MarkIndexed();
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                availability.ReportFailure(failure);
                await Task.Delay(RetryAfter, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await WaitForWorkAsync(cancellationToken);
            await saves.TakeChangesAsync(cancellationToken);
            if (await saves.PublishAsync(cancellationToken)) await PlanAsync(cancellationToken);
            await outlines.CommitAsync(cancellationToken);
            await scheduled.PublishDueAsync(cancellationToken);
            await unreadable.RetryDueAsync(cancellationToken);
            if (scans.Current is { IsCompleted: true })
            {
                await scans.FinishAsync(cancellationToken);
                await unreadable.PlanAsync(cancellationToken);
            }

            if (scans.NextDueAt <= time.GetUptime()) scans.Begin(cancellationToken);
        }
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        await scheduled.PlanAsync(cancellationToken);
        await unreadable.PlanAsync(cancellationToken);
    }

    private async Task WaitForWorkAsync(CancellationToken cancellationToken)
    {
        var wait = WaitTime();
        if (wait <= TimeSpan.Zero || scans.Current is { IsCompleted: true }) return;

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task> events =
            [saves.WaitForChangesAsync(waiting.Token), outlines.WaitAsync(waiting.Token), Task.Delay(wait, time, waiting.Token)];
        if (scans.Current is { } scan) events.Add(scan);
        await Task.WhenAny(events);
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    // Only what the posts say is a matter of the clock; when that is set the heartbeat tells.
    private TimeSpan WaitTime()
    {
        var uptime = time.GetUptime();
        TimeSpan?[] waits =
        [
            scheduled.NextDueAt - time.GetUtcNow(), saves.NextDueAt - uptime, scans.NextDueAt - uptime, unreadable.NextDueAt - uptime,
            MaxWait,
        ];
        return waits.OfType<TimeSpan>().Min();
    }
}

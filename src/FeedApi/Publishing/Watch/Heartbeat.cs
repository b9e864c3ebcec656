using System.Globalization;
using FeedApi.Content.Files;
using FeedApi.Http.Hosting.Health;
using FeedApi.Model.Dates;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Looks twice a second at what raises no event: whether the content folder or a link in it leads elsewhere, whether the clock was set,
/// whether the system can watch the folder again, and whether descriptors are left. What it finds it reports through the watcher.
/// </summary>
internal sealed class Heartbeat(
    SiteConfig site, PostFiles files, ContentWatcher watcher, Degradations degradations, TimeProvider time, ILogger<Heartbeat> logger)
{
    // Of the time between two attempts to watch the folder one part in so many is spent on them.
    private const int PauseFactor = 40;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    private readonly ClockSteps clock = new(time);
    private readonly WatchedLinks links = new(site.ContentFolder, files);
    private TimeSpan recoverAt;
    private TimeSpan pause = Interval;

    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                Beat();
                await Task.Delay(Interval, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private void Beat()
    {
        FollowLinks();
        if (clock.Take() is { } step)
        {
            logger.LogWarning(
                PublishingEvents.ClockStep, "The clock was set by {Seconds} s; what is scheduled and what has expired is examined again",
                step.TotalSeconds.ToString("+0.0;-0.0", CultureInfo.InvariantCulture));
            watcher.ReportEverything();
        }

        Recover();
        Report(DegradationCodes.DescriptorsExhausted, FaultOfDescriptors());
        Report(DegradationCodes.WatchLost, watcher.Fault is { } fault
            ? $"Not every change of the content folder can be watched ({fault.TrimEnd('.')}); it is scanned every few seconds."
            : null);
    }

    private void Report(string code, string? detail)
    {
        if (detail is null) degradations.End(code);
        else degradations.Report(code, detail);
    }

    private void FollowLinks()
    {
        if (links.TakeReplaced())
        {
            watcher.Renew();
            watcher.ReportEverything();
        }
        else if (links.TakeMoved()) watcher.ReportEverything();
    }

    private void Recover()
    {
        if (watcher.Fault is null || time.GetUptime() < recoverAt) return;
        var begunAt = time.GetUptime();
        if (watcher.TryRecover())
        {
            pause = Interval;
            watcher.ReportEverything();
        }
        else if (watcher.IsFaultOfPermissions && pause < MaxPause) pause *= 2;

        var cost = PauseFactor * (time.GetUptime() - begunAt);
        recoverAt = time.GetUptime() + (cost > pause ? cost : pause);
    }

    private static string? FaultOfDescriptors()
    {
        if (!OperatingSystem.IsLinux()) return null;
        try
        {
            using var any = RegularFile.Open("/dev/null", out _, out _);
            return null;
        }
        catch (IOException failure)
        {
            return FileError.IsExhaustion(FileError.Of(failure))
                ? $"No file descriptors are left ({FileError.NameOf(FileError.Of(failure))}); raise the limit of open files."
                : null;
        }
    }
}

using FeedApi.Content;
using FeedApi.Content.Files;
using FeedApi.Http.Hosting.Health;
using FeedApi.Model;
using FeedApi.Publishing;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Reload;

/// <summary>
/// Waits until the files of the settings have changed, are complete, and say something else than before. A fault is reported, and the
/// settings read last stay in effect.
/// </summary>
/// <remarks>
/// The files are few, so all of them are looked at: at once after a report of the watcher, and every few seconds, as a report may be
/// missing. They are read when nothing has changed for the debounce time.
/// </remarks>
internal sealed class SiteWatch(
    SiteReading reading,
    SiteFileChanges changes,
    SiteProblems problems,
    Degradations degradations,
    PublishOptions options,
    TimeProvider time,
    ILogger<SiteWatch> logger)
{
    // Of the time between two looks one part in so many is spent on them.
    private const int PauseFactor = 40;

    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    // Null at first: a file may have changed since the settings were read at start.
    private string? stamp;

    /// <summary>Waits for other settings, and returns them.</summary>
    /// <param name="current">The settings in effect.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<SiteConfig> WaitForOtherAsync(SiteConfig current, CancellationToken cancellationToken)
    {
        while (true)
        {
            var begunAt = time.GetTimestamp();
            var seen = StampOf(current);
            var pause = PauseFactor * time.GetElapsedTime(begunAt);
            // While the folder is missing nothing has changed.
            if (seen != stamp && reading.IsThere && await ReadQuietAsync(current, seen, cancellationToken) is { } other) return other;
            await WaitAsync(pause > options.SettingsPollEvery ? pause : options.SettingsPollEvery, cancellationToken);
        }
    }

    /// <summary>Reports that settings could not be read or put into effect, for a reason that was not foreseen.</summary>
    public void Refuse(Exception failure)
    {
        logger.LogError(failure, "The settings of the site cannot be put into effect");
        Report(reading.ProblemOf(new SiteConfigException($"{failure.GetType().Name}: {failure.Message}", failure)));
    }

    private async Task<SiteConfig?> ReadQuietAsync(SiteConfig current, string seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(options.DebounceTime, time, cancellationToken);
            TakeReports();
            var now = StampOf(current);
            if (now == seen) break;
            seen = now;
        }

        if (!reading.IsThere) return null;
        // What is saved while it is read is read next.
        stamp = seen;
        return Read(current);
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(changes.Paths.WaitToReadAsync(waiting.Token).AsTask(), Task.Delay(pause, time, waiting.Token));
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        TakeReports();
    }

    private void TakeReports()
    {
        while (changes.Paths.TryRead(out var path))
        {
            if (path == SiteFileChanges.Everything) stamp = null;
            else reported.Add(path);
        }
    }

    private SiteConfig? Read(SiteConfig current)
    {
        try
        {
            var site = reading.ReadAgain(current);
            Report(null, site.Problems);
            return SiteFingerprint.OfEverything(site) == SiteFingerprint.OfEverything(current) ? null : site;
        }
        catch (SiteConfigException fault)
        {
            // A file that can be read again has the same size and time as before.
            if (fault.InnerException is UnreadableException) stamp = null;
            Report(reading.ProblemOf(fault));
            return null;
        }
        catch (Exception failure)
        {
            Refuse(failure);
            return null;
        }
    }

    private void Report(SettingsProblem? fault, params IReadOnlyList<Problem> others)
    {
        foreach (var problem in others.Except(problems.All))
        {
            logger.LogWarning(
                ContentEvents.SettingsDoubtful, "{File}:{Line}: {Code}: {Message} {Action}",
                problem.File, problem.Line, problem.Code, problem.Message, problem.Action);
        }

        if (fault is not null && !problems.All.Contains(fault.Problem))
        {
            logger.LogError(
                ContentEvents.SettingsInvalid, "{Place}: {Code}: {Message}. {Action}",
                fault.Place, fault.Problem.Code, fault.Problem.Message, fault.Problem.Action);
        }

        problems.Replace(fault is null
            ? others
            : [fault.Problem, .. problems.All.Where(each => each.Code is not (ProblemCodes.InvalidSettings or ProblemCodes.Unreadable))]);
        if (fault is null) degradations.End(DegradationCodes.SettingsInvalid);
        else degradations.Report(
            DegradationCodes.SettingsInvalid, $"The settings of the site have a fault ({fault.Place}); those read last are in effect.");
    }

    private string StampOf(SiteConfig site) => reading.StampOf(site, reported);
}

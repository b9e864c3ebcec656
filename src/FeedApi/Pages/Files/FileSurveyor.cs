using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;
using FeedApi.Site;

namespace FeedApi.Pages.Files;

/// <summary>
/// Tells once after the start which files of the content folder are not served because of their kind or name, and keeps the problems of
/// those at whose addresses something else is.
/// </summary>
/// <remarks>It waits for the first index, which it must not delay. The problems are looked for again from time to time.</remarks>
internal sealed class FileSurveyor(
    CurrentGeneration site, Readiness readiness, SiteProblems problems, ILogger<FileSurveyor> logger) : BackgroundService
{
    private const int MaxKinds = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (readiness.Reason is not null) await Task.Delay(Pause, stoppingToken);
            for (var isFirst = true; ; isFirst = false)
            {
                var found = await Task.Run(() => site.Value.Get<FileSurvey>().Run(stoppingToken), stoppingToken);
                problems.ReplaceOfFiles(found.Shadowed);
                if (isFirst) Log(found);
                await Task.Delay(Interval, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    private void Log(SurveyedFiles found)
    {
        foreach (var problem in found.Shadowed.Take(MaxKinds))
        {
            logger.LogWarning(
                FileEvents.FilesNotServed,
                "{File}: {Code}: {Message} {Action}",
                problem.File,
                problem.Code,
                problem.Message,
                problem.Action);
        }

        if (found.NotServed.Count == 0) return;
        var kinds = found.NotServed.OrderByDescending(kind => kind.Value).Take(MaxKinds)
            .Select(kind => $"{(kind.Key.Length == 0 ? "without extension" : "." + kind.Key)} {kind.Value}");
        logger.LogWarning(
            FileEvents.FilesNotServed,
            "{Count} files are not served because of their kind or name ({Kinds}), for example {Examples}; feedapi.public_files adds some",
            found.NotServed.Values.Sum(),
            string.Join(", ", kinds),
            string.Join(", ", found.Examples));
    }
}

using FeedApi.Catalog;
using FeedApi.Http.Hosting.Health;
using FeedApi.Site;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Reports to <see cref="Readiness"/> whether the index is complete, and to <see cref="Degradations"/> when it has been stale for some
/// time: the content folder or most of its files are missing, or the index cannot be written.
/// </summary>
internal sealed class ContentAvailability(
    Readiness readiness,
    Degradations degradations,
    ISourceIndex sources,
    DeletionGuard deletions,
    FirstScan firstScan,
    SiteConfig site,
    PublishOptions options,
    TimeProvider time,
    ILogger<ContentAvailability> logger)
{
    private static readonly string[] Codes =
    [
        DegradationCodes.ContentMissing, DegradationCodes.MassDeletion, DegradationCodes.DiskFull, DegradationCodes.PublishingFailed,
    ];

    private long? staleSince;
    private string? fault;

    /// <summary>True from the first scan or commit that failed to the first scan after it that succeeds.</summary>
    public bool IsStale => staleSince is not null;

    /// <summary>
    /// Serves the index of an earlier run immediately; without one, requests are refused until <see cref="MarkIndexed"/>.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var isServable = await sources.IsServableAsync(cancellationToken);
        firstScan.Begin(hasFormerIndex: isServable);
        if (isServable) readiness.Ready();
        else readiness.NotReady("The posts are being indexed for the first time.");
    }

    /// <summary>Records that the index is complete.</summary>
    public void MarkIndexed()
    {
        readiness.Ready();
        firstScan.Complete();
    }

    /// <summary>Records the result of a scan.</summary>
    /// <param name="isThere">True when the content folder exists.</param>
    public void Report(bool isThere)
    {
        if (!isThere) ReportMissing();
        else if (deletions.IsHolding) MarkStale(DegradationCodes.MassDeletion, "Most posts are missing from the content folder");
        else MarkUpToDate();
    }

    /// <summary>Records that publishing failed. It is tried again each second, so only a failure unlike the last one is logged.</summary>
    public void ReportFailure(Exception failure)
    {
        var isDiskFull = failure is CatalogException { IsDiskFull: true };
        var reason = failure is CatalogException ? failure.Message : "See the log for the cause.";
        if (IsNew($"{failure.GetType()}: {failure.Message}"))
        {
            logger.LogError(
                PublishingEvents.PublishingFailed, failure, "Publishing failed; indexed posts are still served, and it is tried again");
        }

        if (isDiskFull) MarkStale(DegradationCodes.DiskFull, "The disk of the index is full", " " + reason);
        else MarkStale(DegradationCodes.PublishingFailed, "Publishing fails", " " + reason);
    }

    private void ReportMissing()
    {
        if (IsNew(DegradationCodes.ContentMissing))
        {
            logger.LogError(
                PublishingEvents.FolderMissing,
                "The content folder {Folder} does not exist; indexed posts are still served",
                site.ContentFolder);
        }

        MarkStale(DegradationCodes.ContentMissing, "The content folder does not exist");
    }

    private bool IsNew(string next)
    {
        if (fault == next) return false;
        fault = next;
        return true;
    }

    private void MarkUpToDate()
    {
        (staleSince, fault) = (null, null);
        foreach (var code in Codes) degradations.End(code);
    }

    private void MarkStale(string code, string what, string reason = "")
    {
        staleSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(staleSince.Value) < options.GraceTime) return;
        degradations.Report(code, $"{what}; what was published before is served.{reason}");
        foreach (var other in Codes.Where(each => each != code)) degradations.End(other);
    }
}

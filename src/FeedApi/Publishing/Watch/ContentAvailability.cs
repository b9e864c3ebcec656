using FeedApi.Catalog;
using FeedApi.Http.Hosting;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Reports to <see cref="Readiness"/> whether the index is complete, and when it has been stale for some time: the content folder or
/// most of its files are missing, or the index cannot be written.
/// </summary>
internal sealed class ContentAvailability(
    Readiness readiness, ISourceIndex sources, DeletionGuard deletions, FirstScan firstScan, PublishOptions options, TimeProvider time)
{
    private DateTimeOffset? staleSince;

    /// <summary>True from the first scan or commit that failed to the first scan after it that succeeds.</summary>
    public bool IsStale => staleSince is not null;

    /// <summary>
    /// Serves the index of an earlier run immediately; without one, requests are refused until <see cref="MarkIndexed"/>.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var fingerprint = await sources.ReadFingerprintAsync(cancellationToken);
        firstScan.Begin(hasFormerIndex: fingerprint is not null);
        if (fingerprint is null) readiness.NotReady("The posts are being indexed for the first time.");
        else readiness.Ready();
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
        if (!isThere) MarkStale("The content folder does not exist");
        else if (deletions.IsHolding) MarkStale("Most posts are missing from the content folder");
        else MarkUpToDate();
    }

    /// <summary>Records that publishing failed.</summary>
    public void ReportFailure(Exception failure)
    {
        var reason = failure is CatalogException ? failure.Message : "See the log for the cause.";
        MarkStale("Publishing fails", " " + reason);
    }

    private void MarkUpToDate()
    {
        staleSince = null;
        readiness.Stale(null);
    }

    private void MarkStale(string fault, string reason = "")
    {
        staleSince ??= time.GetUtcNow();
        if (time.GetUtcNow() - staleSince >= options.GraceTime) readiness.Stale($"{fault}; what was published before is served.{reason}");
    }
}

using FeedApi.Catalog;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Scan;

namespace FeedApi.Publishing.Watch;

/// <summary>Gives the deletions that may be published. One that is held back is logged once, and brings the next scan forward.</summary>
internal sealed class DeletionConfirmation(
    DeletionGuard guard,
    PathCheck check,
    ISourceIndex sources,
    ScanSchedule scans,
    PublishOptions options,
    ILogger<DeletionConfirmation> logger)
{
    /// <summary>True while a mass deletion is held back.</summary>
    public bool IsHolding => guard.IsHolding;

    /// <summary>Deletions of single files.</summary>
    /// <param name="absent">Paths at which there is no file.</param>
    /// <param name="arriving">Paths of files that came at the same time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<string>> ConfirmAsync(
        IReadOnlyList<string> absent, IEnumerable<string> arriving, CancellationToken cancellationToken)
    {
        var deleted = await check.FindDeletedAsync(absent, cancellationToken);
        var knownCount = deleted.Count == 0 ? 0 : await sources.CountSourcesAsync(cancellationToken);
        return ConfirmDeletions(deleted, arriving, knownCount, isFullScan: false);
    }

    /// <summary>Deletions that a full scan found.</summary>
    /// <param name="deleted">Paths on record at which there is no file any more.</param>
    /// <param name="arriving">Paths of files that the scan found to read.</param>
    /// <param name="knownCount">All files that were on record before the scan.</param>
    public IReadOnlyList<string> ConfirmScanned(IReadOnlyList<string> deleted, IEnumerable<string> arriving, long knownCount) =>
        ConfirmDeletions(deleted, arriving, knownCount, isFullScan: true);

    private IReadOnlyList<string> ConfirmDeletions(
        IReadOnlyList<string> deleted, IEnumerable<string> arriving, long knownCount, bool isFullScan)
    {
        var wasHolding = guard.IsHolding;
        var confirmed = guard.Confirm(deleted, arriving, knownCount, isFullScan);
        if (!wasHolding && guard.IsHolding)
        {
            logger.LogError(
                PublishingEvents.MassDeletion,
                "{Count} of {Known} posts vanished at once; they stay served until a later scan confirms it",
                deleted.Count - confirmed.Count,
                knownCount);
        }

        if (guard.IsHolding) scans.RescanWithin(options.PollEvery);
        return confirmed;
    }
}

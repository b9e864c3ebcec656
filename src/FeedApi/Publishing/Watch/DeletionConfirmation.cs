using FeedApi.Catalog;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Scan;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Returns the deletions that may be published. A mass deletion that is held back is logged once, and brings the next scan forward.
/// </summary>
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

    /// <summary>Confirms deletions of single files.</summary>
    /// <param name="absent">Paths at which there is no file.</param>
    /// <param name="arriving">Paths of files that were created at the same time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<string>> ConfirmAsync(
        IReadOnlyList<string> absent, IEnumerable<string> arriving, CancellationToken cancellationToken)
    {
        var deleted = await check.FindDeletedAsync(absent, cancellationToken);
        var knownCount = deleted.Count == 0 ? 0 : await sources.CountSourcesAsync(cancellationToken);
        return ConfirmDeletions(deleted, arriving, knownCount, isFullScan: false);
    }

    /// <summary>Confirms deletions that a full scan found.</summary>
    /// <param name="deleted">Indexed paths at which there is no file any more.</param>
    /// <param name="arriving">Paths of the new and changed files that the scan found.</param>
    /// <param name="knownCount">Number of files indexed before the scan.</param>
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
                "{Count} of {Known} posts disappeared at once; they are still served until a later scan confirms the deletion",
                deleted.Count - confirmed.Count,
                knownCount);
        }

        if (guard.IsHolding) scans.RescanWithin(options.PollEvery);
        return confirmed;
    }
}

using FeedApi.Content.Files;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing.Scan;

/// <summary>
/// Publishes the result of a scan: rejected files, deletions and files to read. Each is checked again, as the scan may be outdated.
/// </summary>
internal sealed class ScanPublisher(
    PathCheck check,
    PostFiles files,
    FileDebouncer debouncer,
    DeletionConfirmation deletions,
    ScannedFiles scannedFiles,
    AwaitedFiles awaited,
    ChangeSetCommitter commit)
{
    private const int FewDeletions = 10;

    /// <summary>Publishes the result. Unless deletions are held back, the index is then complete under the settings of the scan.</summary>
    public async Task PublishAsync(ScanResult scan, CancellationToken cancellationToken)
    {
        if (scan.ReadsEverything) await commit.BeginRereadAsync(cancellationToken);
        await check.RejectAsync(scan.Rejected, cancellationToken);
        await check.ForgetAsync(scan.Unread, cancellationToken);
        var deleted = await check.FindGoneAsync(scan.Deleted, cancellationToken);
        var arriving = scan.Work.Select(item => item.File.Path);
        if (deleted.Count <= FewDeletions && !deletions.IsHolding) DebounceDeletions(deleted, arriving);
        var confirmed = deletions.ConfirmScanned(deleted, arriving, scan.KnownCount);
        await scannedFiles.PublishAsync(scan.Work, scan.Again, confirmed, cancellationToken);
        // Articles whose deletion is held back were not read under these settings.
        if (!deletions.IsHolding) await commit.CompleteScanAsync(scan.Fingerprint, cancellationToken);
        await awaited.AddUnreportedAsync(cancellationToken);
    }

    // A file that moves during a scan may be missed at both its old and its new path, so a few deletions are debounced like saved files.
    private void DebounceDeletions(List<string> deleted, IEnumerable<string> arriving)
    {
        var moves = new FileMoves(deleted, arriving);
        // A file that still exists but is no longer a post, such as one beside the post of a bundle, needs no debouncing.
        var debounced = moves.Deleted.Where(path => files.Look(path).Problem is null).ToHashSet(StringComparer.Ordinal);
        foreach (var path in debounced) debouncer.Add(new FileChange(path));
        deleted.RemoveAll(debounced.Contains);
    }
}

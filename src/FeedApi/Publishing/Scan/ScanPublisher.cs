using FeedApi.Content.Files;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Watch;

namespace FeedApi.Publishing.Scan;

/// <summary>Publishes what a scan found: rejected files, deletions, files to read. Each is checked again: the scan may be old.</summary>
internal sealed class ScanPublisher(
    PathCheck check,
    PostFiles files,
    FileDebouncer debouncer,
    DeletionConfirmation deletions,
    ScannedFiles scannedFiles,
    ChangeSetCommitter commit)
{
    private const int FewDeletions = 10;

    /// <summary>Publishes. When nothing is held back, the index is complete under the settings of the scan.</summary>
    public async Task PublishAsync(ScanResult scan, CancellationToken cancellationToken)
    {
        await check.RejectAsync(scan.Rejected, cancellationToken);
        List<string> deleted = [.. scan.Deleted.Where(path => files.Stat(path) is null)];
        var arriving = scan.Work.Select(item => item.File.Path);
        if (deleted.Count <= FewDeletions && !deletions.IsHolding) DebounceDeletions(deleted, arriving);
        var confirmed = deletions.ConfirmScanned(deleted, arriving, scan.KnownCount);
        await scannedFiles.PublishAsync(scan.Work, confirmed, cancellationToken);
        // Articles that are held back were not read under these settings.
        if (!deletions.IsHolding) await commit.CompleteScanAsync(scan.Fingerprint, cancellationToken);
    }

    // A file that moves may have left its place before the scan came there, and may arrive where the scan had been already: a few
    // deletions are debounced as saved files are.
    private void DebounceDeletions(List<string> deleted, IEnumerable<string> arriving)
    {
        var moves = new FileMoves(deleted, arriving);
        // What is still there and no longer a post, such as a file beside the post of a bundle, has nothing to wait for.
        var debounced = moves.Deleted.Where(path => files.RefusalOf(path) is null).ToHashSet(StringComparer.Ordinal);
        foreach (var path in debounced) debouncer.Add(new FileChange(path));
        deleted.RemoveAll(debounced.Contains);
    }
}

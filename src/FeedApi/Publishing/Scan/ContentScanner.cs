using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;
using FeedApi.Site;

namespace FeedApi.Publishing.Scan;

/// <summary>Compares the content folder with the index. Files whose size and time are unchanged are not read.</summary>
internal sealed class ContentScanner(
    SiteConfig site, PostFiles files, ISourceIndex sources, Withdrawals withdrawals, IndexingProgress progress)
{
    /// <summary>Checks every file once. When the site's settings are not those of the index, every file is to be read.</summary>
    /// <returns>The differences; null when the content folder does not exist.</returns>
    public async Task<ScanResult?> ScanAsync(CancellationToken cancellationToken)
    {
        progress.BeginScan();
        if (!Directory.Exists(site.ContentFolder)) return null;
        var fingerprint = await sources.ReadFingerprintAsync(cancellationToken);
        return await CompareAsync(fingerprint, cancellationToken);
    }

    private async Task<ScanResult> CompareAsync(string? fingerprint, CancellationToken cancellationToken)
    {
        var readsEverything = fingerprint != site.Fingerprint;
        var known = new FileSnapshot();
        await foreach (var source in sources.ListSourcesAsync(cancellationToken)) known.Add(source.Stamp);
        var knownCount = known.Count;

        List<WorkItem> work = [];
        List<WorkItem> again = [];
        var listing = files.Visit(
            file =>
            {
                var comparison = known.Compare(file);
                var isForced = readsEverything || comparison == FileComparison.New;
                // In a first scan that was interrupted nothing is served yet, and all files are read in one go.
                var isAgain = comparison == FileComparison.Unchanged && fingerprint is not null;
                if (isForced || comparison == FileComparison.Changed) (isAgain ? again : work).Add(new WorkItem(file, isForced));
            },
            cancellationToken);
        // A file that must not be read is a problem, not a deletion; so are files in a folder that cannot be read.
        Problem[] rejected = [.. listing.Problems.Where(problem => !known.CompareRejected(problem.File))];
        var deleted = await FindDeletedAsync(known, listing.UnreadFolders, cancellationToken);

        again.AddRange(await FindWithdrawnAsync([.. work, .. again], cancellationToken));

        // Names begin with the date: articles indexed nearly in order of publication make the index smaller and searches faster.
        work.Sort((one, other) => NameOf(one).SequenceCompareTo(NameOf(other)));
        // What is indexed already is brought up to date from the newest on, which most readers see.
        again.Sort((one, other) => NameOf(other).SequenceCompareTo(NameOf(one)));
        return new ScanResult(work, again, rejected, deleted, knownCount, site.Fingerprint) { ReadsEverything = readsEverything };
    }

    // An article whose withdrawal was recorded just before the server ended may still be shown.
    private async Task<IReadOnlyList<WorkItem>> FindWithdrawnAsync(WorkItem[] work, CancellationToken cancellationToken)
    {
        List<WorkItem> found = [];
        if (withdrawals.Paths.Count == 0) return found;
        foreach (var path in withdrawals.Paths.Except(work.Select(item => item.File.Path), StringComparer.Ordinal))
        {
            var isUnaware = await sources.FindSourceAsync(path, cancellationToken) is { Stamp.Hash.Length: > 0 };
            if (isUnaware && files.Stat(path) is { } file) found.Add(new WorkItem(file, IsForced: true));
        }

        return found;
    }

    private async Task<IReadOnlyList<string>> FindDeletedAsync(
        FileSnapshot known, IReadOnlyList<string> unreadFolders, CancellationToken cancellationToken)
    {
        List<string> deleted = [];
        if (known.Count == 0) return deleted;
        await foreach (var source in sources.ListSourcesAsync(cancellationToken))
        {
            var path = source.Stamp.File.Path;
            if (known.Contains(path) && !unreadFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))) deleted.Add(path);
        }

        return deleted;
    }

    private static ReadOnlySpan<char> NameOf(WorkItem item) => item.File.Path.AsSpan(item.File.Path.LastIndexOf('/') + 1);
}

/// <summary>How the folder differs from the index.</summary>
/// <param name="Work">New and changed files, to be read.</param>
/// <param name="Again">Unchanged files, to be read because the index was made under other settings.</param>
/// <param name="Rejected">Problems of files that must not be read.</param>
/// <param name="Deleted">Indexed paths at which there is no file any more.</param>
/// <param name="KnownCount">Number of files indexed before the scan.</param>
/// <param name="Fingerprint">The site's settings at the time of the scan: <see cref="SiteConfig.Fingerprint"/>.</param>
internal sealed record ScanResult(
    IReadOnlyList<WorkItem> Work,
    IReadOnlyList<WorkItem> Again,
    IReadOnlyList<Problem> Rejected,
    IReadOnlyList<string> Deleted,
    long KnownCount,
    string Fingerprint)
{
    /// <summary>True when the index was made under other settings, so that every file is to be read.</summary>
    public bool ReadsEverything { get; init; }
}

using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Scan;

/// <summary>Compares the content folder with the index. Files whose size and time are unchanged are not read.</summary>
internal sealed class ContentScanner(
    SiteConfig site, PostFiles files, ISourceIndex sources, Withdrawals withdrawals, IndexingProgress progress, TimeProvider time)
{
    /// <summary>Checks every file once. When the site's settings are not those of the index, every file is to be read.</summary>
    /// <returns>The differences; null when the content folder does not exist.</returns>
    public async Task<ScanResult?> ScanAsync(CancellationToken cancellationToken)
    {
        progress.BeginScan();
        if (RegularFile.Look(site.ContentFolder, followsLinks: true).Kind == FileKind.Missing) return null;
        var fingerprint = await sources.ReadFingerprintAsync(cancellationToken);
        return await CompareAsync(fingerprint, cancellationToken);
    }

    private async Task<ScanResult> CompareAsync(string? fingerprint, CancellationToken cancellationToken)
    {
        var readsEverything = fingerprint != site.Fingerprint;
        var known = new FileSnapshot((int)await sources.CountSourcesAsync(cancellationToken));
        // What was read when the clock said more than it does now: embargoed posts are shown, and expired ones are missing.
        HashSet<string> ahead = new(StringComparer.Ordinal);
        var hadPosts = false;
        var now = time.GetUtcNow();
        await foreach (var source in sources.ListSourcesAsync(cancellationToken))
        {
            known.Add(source.Stamp);
            if (source.ValidFrom > now) ahead.Add(source.Stamp.File.Path);
            hadPosts = hadPosts || PostPath.IsBelowPosts(source.Stamp.File.Path);
        }

        var knownCount = known.Count;

        List<WorkItem> work = [];
        List<WorkItem> again = [];
        var listing = files.Visit(
            file =>
            {
                var comparison = known.Compare(file);
                var isAhead = ahead.Count > 0 && ahead.Contains(file.Path);
                var isForced = readsEverything || isAhead || comparison == FileComparison.New;
                // In a first scan that was interrupted nothing is served yet, and all files are read in one go.
                var isAgain = comparison == FileComparison.Unchanged && fingerprint is not null && !isAhead;
                if (isForced || comparison == FileComparison.Changed) (isAgain ? again : work).Add(new WorkItem(file, isForced));
            },
            cancellationToken,
            hadPosts);
        // A file that must not be read is a problem, not a deletion; so are files in a folder that cannot be read.
        Problem[] rejected = [.. listing.Problems.Where(problem => !known.CompareRejected(problem.File))];
        var (deleted, unread) = await FindAbsentAsync(known, listing.UnreadFolders, cancellationToken);

        again.AddRange(await FindWithdrawnAsync([.. work, .. again], cancellationToken));

        // Names begin with the date: articles indexed nearly in order of publication make the index smaller and searches faster.
        work.Sort((one, other) => NameOf(one).SequenceCompareTo(NameOf(other)));
        // What is indexed already is brought up to date from the newest on, which most readers see.
        again.Sort((one, other) => NameOf(other).SequenceCompareTo(NameOf(one)));
        return new ScanResult(work, again, rejected, deleted, knownCount, site.Fingerprint)
        {
            ReadsEverything = readsEverything,
            Unread = readsEverything ? unread : [],
        };
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

    // Of what is below a folder that cannot be read nothing is known, so it is not deleted.
    private async Task<(IReadOnlyList<string> Deleted, IReadOnlyList<string> Unread)> FindAbsentAsync(
        FileSnapshot known, IReadOnlyList<string> unreadFolders, CancellationToken cancellationToken)
    {
        List<string> deleted = [];
        List<string> unread = [];
        if (known.Count == 0) return (deleted, unread);
        var folders = unreadFolders.ToHashSet(StringComparer.Ordinal);
        await foreach (var source in sources.ListSourcesAsync(cancellationToken))
        {
            var path = source.Stamp.File.Path;
            if (known.Contains(path)) (IsBelow(folders, path) ? unread : deleted).Add(path);
        }

        return (deleted, unread);
    }

    private static bool IsBelow(HashSet<string> folders, string path)
    {
        if (folders.Count == 0) return false;
        if (folders.Contains("")) return true;
        for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (folders.Contains(path[..(slash + 1)])) return true;
        }

        return false;
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

    /// <summary>Indexed paths below folders that cannot be read: they are read when they can be, as the settings have changed.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Scan;

/// <summary>Compares the content folder with the index: size and time decide what is worth reading.</summary>
public sealed class ContentScanner(PostFiles files, ISourceIndex sources)
{
    /// <summary>Looks at every file once.</summary>
    /// <param name="readsEverything">True: every file is to be read, because the site's settings changed.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public async Task<ScanResult> ScanAsync(bool readsEverything, CancellationToken cancellationToken)
    {
        var known = new FileSnapshot();
        await foreach (var source in sources.ListSourcesAsync(cancellationToken)) known.Add(source.Stamp);
        var knownCount = known.Count;

        List<WorkItem> work = [];
        var listing = files.Visit(
            file =>
            {
                var meeting = known.Compare(file);
                if (readsEverything || meeting != FileComparison.Unchanged) work.Add(new WorkItem(file, IsForced: readsEverything || meeting == FileComparison.New));
            },
            cancellationToken);
        // What is refused is still there: it is a problem, not a deletion. So is whatever lies in a folder that cannot be read.
        Problem[] refused = [.. listing.Problems.Where(problem => !known.CompareRejected(problem.File))];
        var gone = await GoneAsync(known, listing.UnreadFolders, cancellationToken);

        // Names begin with the day: articles get into the index nearly in the order of their publication, which makes it small and searches short.
        work.Sort((one, other) => NameOf(one).SequenceCompareTo(NameOf(other)));
        return new ScanResult(work, refused, gone, knownCount);
    }

    private async Task<IReadOnlyList<string>> GoneAsync(FileSnapshot known, IReadOnlyList<string> unreadFolders, CancellationToken cancellationToken)
    {
        List<string> gone = [];
        if (known.Count == 0) return gone;
        await foreach (var source in sources.ListSourcesAsync(cancellationToken))
        {
            var path = source.Stamp.File.Path;
            if (known.Contains(path) && !unreadFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))) gone.Add(path);
        }

        return gone;
    }

    private static ReadOnlySpan<char> NameOf(WorkItem item) => item.File.Path.AsSpan(item.File.Path.LastIndexOf('/') + 1);
}

/// <summary>How the folder differs from the index.</summary>
/// <param name="Work">Files to read.</param>
/// <param name="Refused">Problems of files that must not be opened.</param>
/// <param name="Gone">Paths on record where there is no file any more.</param>
/// <param name="KnownCount">Files on record before the scan.</param>
public sealed record ScanResult(IReadOnlyList<WorkItem> Work, IReadOnlyList<Problem> Refused, IReadOnlyList<string> Gone, long KnownCount);

using FeedApi.Catalog;
using FeedApi.Content;

namespace FeedApi.Publishing;

/// <summary>Compares the content folder with the index: size and time decide what is worth reading.</summary>
public sealed class ContentScanner(PostFiles files, IArticleStore store)
{
    /// <summary>Looks at every file once.</summary>
    /// <param name="readsEverything">True: every file is to be read, because the site's settings changed.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    public async Task<ScanResult> ScanAsync(bool readsEverything, CancellationToken cancellationToken)
    {
        var missing = new Dictionary<string, SourceStamp>(StringComparer.Ordinal);
        await foreach (var source in store.ListSourcesAsync(cancellationToken)) missing[source.Stamp.File.Path] = source.Stamp;
        var knownCount = missing.Count;

        var listing = files.List(cancellationToken);
        List<WorkItem> work = [];
        foreach (var file in listing.Files)
        {
            var isKnown = missing.Remove(file.Path, out var known);
            if (readsEverything || !isKnown || known.File != file || known.Hash.Length == 0) work.Add(new WorkItem(file, IsForced: readsEverything || !isKnown));
        }

        // What is refused is still there: it is a problem, not a deletion. So is whatever lies in a folder that cannot be read.
        var refused = listing.Problems.Where(problem => !missing.Remove(problem.File, out var known) || known.Hash.Length > 0).ToArray();
        foreach (var folder in listing.UnreadFolders)
        {
            foreach (var path in missing.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).ToList()) missing.Remove(path);
        }

        // Names begin with the day: articles get into the index nearly in the order of their publication, which makes it small and searches short.
        work.Sort((one, other) => NameOf(one).SequenceCompareTo(NameOf(other)));
        return new ScanResult(work, refused, [.. missing.Keys], knownCount);
    }

    private static ReadOnlySpan<char> NameOf(WorkItem item) => item.File.Path.AsSpan(item.File.Path.LastIndexOf('/') + 1);
}

/// <summary>How the folder differs from the index.</summary>
/// <param name="Work">Files to read.</param>
/// <param name="Refused">Problems of files that must not be opened.</param>
/// <param name="Gone">Paths on record where there is no file any more.</param>
/// <param name="KnownCount">Files on record before the scan.</param>
public sealed record ScanResult(IReadOnlyList<WorkItem> Work, IReadOnlyList<Problem> Refused, IReadOnlyList<string> Gone, long KnownCount);

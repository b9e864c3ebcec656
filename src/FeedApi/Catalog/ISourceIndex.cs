using FeedApi.Catalog.Outlines;
using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>
/// The catalog's records of the source files: which were read, in which state, and when to read them again. For the publisher.
/// </summary>
internal interface ISourceIndex
{
    /// <summary>
    /// True when there is an index of a complete scan to be served, be it damaged, while these records may be of another one.
    /// </summary>
    ValueTask<bool> IsServableAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The <see cref="Site.SiteConfig.Fingerprint"/> under which every source was last read; null before the first complete scan,
    /// empty while they are being read under other settings, and when they were rendered by another version.
    /// </summary>
    ValueTask<string?> ReadFingerprintAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The records of all source files in ordinal order of their paths, read some thousands at a time: not of one revision when
    /// change sets are committed meanwhile.
    /// </summary>
    IAsyncEnumerable<SourceRecord> ListSourcesAsync(CancellationToken cancellationToken);

    /// <summary>The number of recorded source files, with or without an article.</summary>
    ValueTask<long> CountSourcesAsync(CancellationToken cancellationToken);

    /// <summary>The record of one source file, by its path relative to the content folder; null when there is none.</summary>
    ValueTask<SourceRecord?> FindSourceAsync(string path, CancellationToken cancellationToken);

    /// <summary>The paths of recorded source files whose <see cref="Site.Files.PostStem.BucketOf"/> is one of these.</summary>
    ValueTask<IReadOnlyList<string>> ListByStemAsync(IReadOnlyList<long> buckets, CancellationToken cancellationToken);

    /// <summary>The files whose articles have an id or a guid; at most two.</summary>
    ValueTask<IReadOnlyList<string>> ListHoldersAsync(string id, string guid, CancellationToken cancellationToken);

    /// <summary>True when there is a recorded source file below a folder.</summary>
    /// <param name="folder">Relative to the content folder, without a trailing slash.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<bool> HasSourcesBelowAsync(string folder, CancellationToken cancellationToken);

    /// <summary>The posts that wait for a file.</summary>
    /// <param name="path">Of the awaited file, relative to the content folder.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<IReadOnlyList<string>> ListAwaitingAsync(string path, CancellationToken cancellationToken);

    /// <summary>All files that posts wait for, in order, each once.</summary>
    ValueTask<IReadOnlyList<string>> ListAwaitedAsync(CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> files and folders that could not be read, in order.</summary>
    ValueTask<IReadOnlyList<string>> ListUnreadableAsync(int limit, CancellationToken cancellationToken);

    /// <summary>
    /// At most <paramref name="limit"/> files of articles of which only an outline is stored, the newest published first.
    /// </summary>
    /// <param name="before">Only those that come after this one in the order; null: from the newest on.</param>
    /// <param name="limit">Maximum number of files.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<IReadOnlyList<OutlinedSource>> ListOutlinesAsync(
        OutlinedSource? before, int limit, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> files that appear or expire at an instant, the earliest first.</summary>
    ValueTask<IReadOnlyList<SourceRecord>> ListScheduledAsync(int limit, CancellationToken cancellationToken);
}

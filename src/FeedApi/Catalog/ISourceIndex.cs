using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>
/// What the catalog remembers of the source files: which were read, in which state, and when to read them again. For the publisher.
/// </summary>
internal interface ISourceIndex
{
    /// <summary>
    /// The <see cref="Site.SiteConfig.Fingerprint"/> under which every source was last read; null before the first complete scan.
    /// </summary>
    ValueTask<string?> ReadFingerprintAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What is known of every source file, by path (ordinal), read some thousands at a time: not all of one revision when
    /// there are commits meanwhile.
    /// </summary>
    IAsyncEnumerable<SourceRecord> ListSourcesAsync(CancellationToken cancellationToken);

    /// <summary>How many source files are on record, with or without an article.</summary>
    ValueTask<long> CountSourcesAsync(CancellationToken cancellationToken);

    /// <summary>What is known of one source file, or null.</summary>
    ValueTask<SourceRecord?> FindSourceAsync(string path, CancellationToken cancellationToken);

    /// <summary>True when a source file on record lies below a folder.</summary>
    /// <param name="folder">Its path, without a slash at the end.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<bool> HasSourcesBelowAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Files that are hidden until an instant, or shown until one, the earliest first.</summary>
    ValueTask<IReadOnlyList<SourceRecord>> ListScheduledAsync(int limit, CancellationToken cancellationToken);
}

namespace FeedApi.Catalog;

/// <summary>The single writer of the catalog. Only the publisher uses it.</summary>
internal interface IArticleWriter
{
    /// <summary>Begins a change set; waits until the previous one ends.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<IChangeSet> BeginAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Records that sources are being read under other settings of the site: until <see cref="CompleteScanAsync"/> the articles are of no
    /// settings in particular, and documents may have changed. Does nothing before the first complete scan.
    /// </summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask BeginRereadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Begins another index, which is served from <see cref="CompleteScanAsync"/> on; until then everything is written to it, and the
    /// damaged one is served. Does nothing when that has begun before.
    /// </summary>
    /// <exception cref="CatalogException">It cannot be written for now.</exception>
    ValueTask BeginRebuildAsync(CancellationToken cancellationToken);

    /// <summary>Records that every known source was read under this <see cref="Site.SiteConfig.Fingerprint"/>.</summary>
    /// <returns>The catalog's revision when the fingerprint changed, so that names of terms may have changed too; else null.</returns>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<long?> CompleteScanAsync(string fingerprint, CancellationToken cancellationToken);
}

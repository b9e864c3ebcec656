namespace FeedApi.Catalog;

/// <summary>The one writer of the catalog. Only the publisher has it.</summary>
internal interface IArticleWriter
{
    /// <summary>Begins a change set; waits for the end of the one before.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<IChangeSet> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Notes that every source now on record was read under this <see cref="Site.SiteConfig.Fingerprint"/>.</summary>
    /// <returns>The catalog's revision when it was another one before, so that terms may have other names now; else null.</returns>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<long?> CompleteScanAsync(string fingerprint, CancellationToken cancellationToken);
}

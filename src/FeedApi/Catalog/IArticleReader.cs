namespace FeedApi.Catalog;

/// <summary>The index of published articles, read in whole revisions. Reading never waits for the writer.</summary>
internal interface IArticleReader
{
    /// <summary>Opens a snapshot of the current revision. Waits while too many are open: never open one inside another.</summary>
    /// <exception cref="CatalogException">The catalog cannot be read.</exception>
    /// <exception cref="CatalogBusyException">Too many reads are waiting.</exception>
    ValueTask<IArticleSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Runs a function on one revision and returns its result, in the share of its cost.</summary>
    /// <param name="cost">The cost of everything that is read.</param>
    /// <param name="read">
    /// Everything to be read from the revision; must not open another snapshot. It is run twice when it turns out to be expensive.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for the snapshot.</param>
    /// <exception cref="CatalogException">The catalog cannot be read.</exception>
    /// <exception cref="CatalogBusyException">Too many reads are waiting.</exception>
    /// <exception cref="SearchBudgetException">The read exceeded its budget.</exception>
    ValueTask<T> ReadAsync<T>(ReadCost cost, Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken);
}

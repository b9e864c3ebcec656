namespace FeedApi.Catalog;

/// <summary>The index of published articles, read in whole revisions. Reading never waits for the writer.</summary>
internal interface IArticleReader
{
    /// <summary>Opens a snapshot of the current revision. Waits while too many are open: never open one inside another.</summary>
    /// <exception cref="CatalogException">The catalog cannot be read.</exception>
    ValueTask<IArticleSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken);
}

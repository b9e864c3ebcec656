namespace FeedApi.Catalog;

/// <summary>The index of published articles, as readers see it: whole revisions only. Reading never waits for the writer.</summary>
internal interface IArticleReader
{
    /// <summary>Opens a snapshot of the present revision. Waits while too many are open: never open one inside another.</summary>
    /// <exception cref="CatalogException">The catalog cannot be read.</exception>
    ValueTask<IArticleSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken);
}

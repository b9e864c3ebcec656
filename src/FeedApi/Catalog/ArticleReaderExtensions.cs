namespace FeedApi.Catalog;

/// <summary>Reads from a snapshot that is opened and closed for one call.</summary>
internal static class ArticleReaderExtensions
{
    /// <summary>Runs a function that reads by indexes only on one revision, and returns its result.</summary>
    /// <param name="reader">The catalog.</param>
    /// <param name="read">Everything to be read from the revision; must not open another snapshot.</param>
    /// <param name="cancellationToken">Stops waiting for the snapshot.</param>
    /// <exception cref="CatalogException">The catalog cannot be read.</exception>
    /// <exception cref="CatalogBusyException">Too many reads are waiting.</exception>
    public static ValueTask<T> ReadAsync<T>(
        this IArticleReader reader, Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken) =>
        reader.ReadAsync(ReadCost.Cheap, read, cancellationToken);
}

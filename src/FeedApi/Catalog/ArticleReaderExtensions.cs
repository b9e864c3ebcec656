namespace FeedApi.Catalog;

/// <summary>Reads from a snapshot that is opened and closed for one call.</summary>
internal static class ArticleReaderExtensions
{
    /// <summary>Runs a function on one revision and returns its result.</summary>
    /// <param name="reader">The catalog.</param>
    /// <param name="read">Everything to be read from the revision; must not open another snapshot.</param>
    /// <param name="cancellationToken">Stops waiting for the snapshot.</param>
    /// <exception cref="CatalogException">The catalog cannot be read.</exception>
    public static async ValueTask<T> ReadAsync<T>(
        this IArticleReader reader, Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await using var snapshot = await reader.OpenSnapshotAsync(cancellationToken);
        return await read(snapshot);
    }
}

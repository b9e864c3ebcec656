namespace FeedApi.Catalog;

/// <summary>Reads from a snapshot that is closed again at once.</summary>
internal static class ArticleReaderExtensions
{
    /// <summary>What a function reads from one revision.</summary>
    /// <param name="reader">The catalog.</param>
    /// <param name="read">All reading for one answer; must not open another snapshot.</param>
    /// <param name="cancellationToken">Stops waiting for the snapshot.</param>
    public static async ValueTask<T> ReadAsync<T>(
        this IArticleReader reader, Func<IArticleSnapshot, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await using var snapshot = await reader.OpenSnapshotAsync(cancellationToken);
        return await read(snapshot);
    }
}

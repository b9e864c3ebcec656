namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>What the writer needs to know of an article on record.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Guid">Its guid.</param>
/// <param name="Source">The file that it came from.</param>
/// <param name="Path">The permalink's path that it has.</param>
/// <param name="Published">Unix seconds.</param>
/// <param name="Hash">Of everything in it.</param>
internal sealed record StoredArticle(long Row, string Id, string Guid, string Source, string Path, long Published, byte[] Hash)
{
    /// <summary>What ids that differ only in case have in common.</summary>
    public static string KeyOf(string id) => id.ToLowerInvariant();
}

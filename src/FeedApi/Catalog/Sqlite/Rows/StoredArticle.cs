namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The data of a stored article that the writer needs.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Guid">Its guid.</param>
/// <param name="Source">Its source file, relative to the content folder.</param>
/// <param name="Path">The percent-decoded path of its permalink.</param>
/// <param name="Published">When it was published, in Unix seconds.</param>
/// <param name="Hash">Its <see cref="IndexedArticle.Hash"/>.</param>
internal sealed record StoredArticle(long Row, string Id, string Guid, string Source, string Path, long Published, byte[] Hash)
{
    /// <summary>The key under which ids that differ only in case are equal.</summary>
    public static string KeyOf(string id) => id.ToLowerInvariant();
}

using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>The data of a stored article that the writer needs.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Guid">Its guid.</param>
/// <param name="Source">Its source file, relative to the content folder.</param>
/// <param name="Path">The percent-decoded path of its permalink.</param>
/// <param name="Published">When it was published, in Unix seconds.</param>
/// <param name="Hash">Its <see cref="IndexedArticle.Hash"/>.</param>
/// <param name="Rank">The value of its file's <see cref="SourceRank"/>.</param>
/// <param name="Asks">Which of its names are not those of its file.</param>
/// <param name="WantedPath">The path that it asks for.</param>
internal sealed record StoredArticle(
    long Row,
    string Id,
    string Guid,
    string Source,
    string Path,
    long Published,
    byte[] Hash,
    long Rank,
    AskedNames Asks,
    string WantedPath)
{
    /// <summary>True while only its outline is stored.</summary>
    public bool IsOutline => Hash.Length == 0;

    /// <summary>Its file's rank.</summary>
    public SourceRank SourceRank => new(Rank, Source);
}

/// <summary>The names of an article that its front matter or the site's guid style asks for; the file's name gives the others.</summary>
[Flags]
internal enum AskedNames
{
    /// <summary>Both are those of the file's name.</summary>
    None = 0,

    /// <summary>The id.</summary>
    Id = 1,

    /// <summary>The guid.</summary>
    Guid = 2,
}

namespace FeedApi.Catalog;

/// <summary>Stable event ids of the messages logged about the index, for log filters and alerts.</summary>
internal static class CatalogEvents
{
    /// <summary>The index was found damaged while serving; another one is made beside it.</summary>
    public static readonly EventId IndexDamaged = new(201, "index-damaged");

    /// <summary>The index could not be used: it was set aside and is rebuilt.</summary>
    public static readonly EventId IndexSetAside = new(202, "index-set-aside");

    /// <summary>A flipped bit in the index was undone.</summary>
    public static readonly EventId PageRepaired = new(203, "page-repaired");

    /// <summary>An article cannot be read from the index; its file is read again.</summary>
    public static readonly EventId ArticleUnreadable = new(204, "article-unreadable");

    /// <summary>An index that was made in the place of a damaged one is served.</summary>
    public static readonly EventId IndexReplaced = new(205, "index-replaced");
}

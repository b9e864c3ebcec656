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

    /// <summary>An index that was made in the place of a damaged or outdated one is served.</summary>
    public static readonly EventId IndexReplaced = new(205, "index-replaced");

    /// <summary>The index of a former version is served while that of this version is made.</summary>
    public static readonly EventId IndexOutdated = new(206, "index-outdated");

    /// <summary>The disk has no room for another index beside that of a former version, which was deleted.</summary>
    public static readonly EventId NoRoomForIndex = new(207, "index-no-room");

    /// <summary>The index of another version was deleted, because nobody has gone back to it for long.</summary>
    public static readonly EventId IndexDeleted = new(208, "index-deleted");
}

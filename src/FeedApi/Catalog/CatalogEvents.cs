namespace FeedApi.Catalog;

/// <summary>Stable event ids of the messages logged about the index, for log filters and alerts.</summary>
internal static class CatalogEvents
{
    /// <summary>The index was found damaged while serving; the next start rebuilds it.</summary>
    public static readonly EventId IndexDamaged = new(201, "index-damaged");

    /// <summary>The index could not be used: it was set aside and is rebuilt.</summary>
    public static readonly EventId IndexSetAside = new(202, "index-set-aside");
}

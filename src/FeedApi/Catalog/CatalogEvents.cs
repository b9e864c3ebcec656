namespace FeedApi.Catalog;

/// <summary>What is logged about the index, by ids that log filters and alerts can rely on.</summary>
internal static class CatalogEvents
{
    /// <summary>Damage was met while serving; the next start builds the index anew.</summary>
    public static readonly EventId IndexDamaged = new(201, "index-damaged");

    /// <summary>The index could not be used: it was set aside, and another one is built.</summary>
    public static readonly EventId IndexSetAside = new(202, "index-set-aside");
}

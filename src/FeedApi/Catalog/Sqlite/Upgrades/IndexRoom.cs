namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>Whether there is room on the disk for another index.</summary>
/// <param name="freeBytes">The free bytes of the disk of a folder; null when that cannot be found out.</param>
internal sealed class IndexRoom(Func<string, long?> freeBytes)
{
    // The log grows beside the file while it is made, and what is made may be somewhat larger than what was.
    private const long MaxReserveBytes = 256L * 1024 * 1024;
    private const long MinReserveBytes = 16L * 1024 * 1024;

    /// <summary>The disks of the system.</summary>
    public static IndexRoom OfDisks { get; } = new(FreeBytesOf);

    /// <summary>The bytes that making an index needs.</summary>
    /// <param name="sizeBytes">Of the one that it is made in place of.</param>
    public static long NeededFor(long sizeBytes) => sizeBytes + Math.Min(sizeBytes, MaxReserveBytes) + MinReserveBytes;

    /// <summary>The bytes that are missing; 0 or less when there is room, or when that cannot be found out.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="sizeBytes">The size of the index that another one is made in place of.</param>
    public long MissingFor(string folder, long sizeBytes) => freeBytes(folder) is { } free ? NeededFor(sizeBytes) - free : 0;

    private static long? FreeBytesOf(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}

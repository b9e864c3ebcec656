namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Instants as stored in the index: Unix seconds, with the offset in minutes where it is shown.</summary>
internal static class Instant
{
    /// <summary>An instant with its offset in minutes.</summary>
    public static DateTimeOffset From(long seconds, int offsetMinutes) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(offsetMinutes));

    /// <summary>An instant in UTC.</summary>
    public static DateTimeOffset From(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    /// <summary>The offset in whole minutes.</summary>
    public static int OffsetMinutes(DateTimeOffset instant) => (int)instant.Offset.TotalMinutes;
}

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Instants as the index holds them: Unix seconds, and the offset in minutes beside them where it is shown.</summary>
internal static class Instant
{
    /// <summary>An instant with the offset that it was written with.</summary>
    public static DateTimeOffset From(long seconds, int offsetMinutes) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(offsetMinutes));

    /// <summary>An instant in UTC.</summary>
    public static DateTimeOffset From(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    /// <summary>The offset in whole minutes.</summary>
    public static int OffsetMinutes(DateTimeOffset instant) => (int)instant.Offset.TotalMinutes;
}

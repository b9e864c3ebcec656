namespace FeedApi.Content;

/// <summary>Reads the dates that people and jobs write into front matter.</summary>
/// <remarks>
/// <c>YYYY-MM-DD</c>, maybe with <c>HH:MM[:SS[.fff]]</c> after <c>T</c> or spaces, maybe with <c>Z</c>, <c>UTC</c>, <c>GMT</c> or an offset;
/// the form of RFC 822, <c>May 27, 2022</c>, <c>20220527T103000Z</c>, and <c>AM</c> or <c>PM</c> after the time. A name of a zone after a number
/// says nothing. Without an offset the site's zone counts: a time that a change of clocks skips is moved forward by as much,
/// one that happens twice means the first. Fractions are dropped; second 60 is 59.
/// </remarks>
internal static class PostDate
{
    private const int FirstYear = 1000;

    /// <summary>Reads a date; false when it is none.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        var reader = new DateReader(text.AsSpan().Trim());
        date = default;
        if (!(reader.ReadIsoDay(out var day) || reader.ReadMonthFirstDay(out day) || reader.ReadMailDay(out day))) return false;
        return reader.ReadTime(out var time) && reader.ReadOffset(out var offset) && reader.IsAtEnd
            && TryCombine(day.ToDateTime(time), offset, zone, out date);
    }

    /// <summary>A day from its parts; false when the calendar has no such day, or it is before the year 1000.</summary>
    public static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= FirstYear and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    /// <summary>Midnight of a day in the site's zone.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) =>
        TryCombine(day.ToDateTime(TimeOnly.MinValue), null, zone, out var date) ? date : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static bool TryCombine(DateTime local, TimeSpan? written, TimeZoneInfo zone, out DateTimeOffset date)
    {
        var offset = written ?? OffsetOf(local, zone);
        var utcTicks = local.Ticks - offset.Ticks;
        var isInRange = utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks;
        date = isInRange ? new DateTimeOffset(local, offset) : default;
        if (isInRange && written is null && zone.IsInvalidTime(local)) date = TimeZoneInfo.ConvertTime(date, zone);
        return isInRange;
    }

    private static TimeSpan OffsetOf(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return TimeSpan.FromMinutes(Math.Truncate(offset.TotalMinutes));
    }
}

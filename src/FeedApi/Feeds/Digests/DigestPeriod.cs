using System.Globalization;
using FeedApi.Model.Dates;

namespace FeedApi.Feeds.Digests;

/// <summary>An hour or a day of the site's time zone. Every instant is in exactly one of each.</summary>
/// <param name="Grain">Its length.</param>
/// <param name="Start">Its first instant, with the offset of the zone.</param>
/// <param name="End">The first instant after it, with the offset of the zone.</param>
internal sealed record DigestPeriod(DigestGrain Grain, DateTimeOffset Start, DateTimeOffset End)
{
    private const string DayForm = "yyyy-MM-dd";

    // In UTC: an hour of the zone comes twice when clocks are put back.
    private const string HourForm = "yyyy-MM-dd'T'HHmm'Z'";

    /// <summary>The name in addresses and guids: <c>2026-12-01</c>, or the beginning of an hour in UTC, <c>2026-12-01T0200Z</c>.</summary>
    public string Key => Grain == DigestGrain.Day
        ? Start.ToString(DayForm, CultureInfo.InvariantCulture)
        : Start.UtcDateTime.ToString(HourForm, CultureInfo.InvariantCulture);

    /// <summary>The period of an instant.</summary>
    public static DigestPeriod Of(DateTimeOffset instant, DigestGrain grain, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return grain == DigestGrain.Day ? DayOf(DateOnly.FromDateTime(local.DateTime), zone) : HourOf(local, zone);
    }

    /// <summary>The period with a name; null when it is not the name of one.</summary>
    public static DigestPeriod? Parse(string key, TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(key, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day > DateOnly.MinValue && day < DateOnly.MaxValue ? DayOf(day, zone) : null;
        var isHour = DateTime.TryParseExact(
            key, HourForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start);
        if (!isHour || start.Year is < 2 or > 9_998) return null;
        var hour = Of(new DateTimeOffset(start), DigestGrain.Hour, zone);
        return hour.Key == key ? hour : null;
    }

    private static DigestPeriod DayOf(DateOnly day, TimeZoneInfo zone) =>
        new(DigestGrain.Day, PostDate.Midnight(day, zone), PostDate.Midnight(day.AddDays(1), zone));

    private static DigestPeriod HourOf(DateTimeOffset local, TimeZoneInfo zone)
    {
        var start = local.AddTicks(-(local.TimeOfDay.Ticks % TimeSpan.TicksPerHour));
        return new DigestPeriod(DigestGrain.Hour, start, TimeZoneInfo.ConvertTime(start.AddHours(1), zone));
    }
}

using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates;

/// <summary>Parses the dates of front matter.</summary>
/// <remarks>
/// <c>YYYY-MM-DD</c>, optionally with <c>HH:MM[:SS[.fff]]</c> after <c>T</c> or spaces, optionally with <c>Z</c>, <c>UTC</c>, <c>GMT</c>
/// or an offset; the form of RFC 822, <c>May 27, 2022</c>, <c>20220527T103000Z</c>, and <c>AM</c> or <c>PM</c> after the time. A zone
/// abbreviation after a numeric offset is ignored. Without an offset the site's zone is used: a local time that daylight saving time skips
/// is moved forward by the gap; one that occurs twice is the first, or as in Jekyll the second. Fractions are ignored; second 60 is 59.
/// </remarks>
internal static partial class PostDate
{
    private const int FirstYear = 1000;

    /// <summary>Parses a date; false when it is not a date, or has an unknown zone abbreviation.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date) =>
        TryParse(text, new DateRules(zone, TakesLater: false), out date, out var unknownZone) && unknownZone is null;

    /// <summary>Parses a date; false when it is not a date.</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="rules">How ambiguous dates are interpreted.</param>
    /// <param name="date">The date.</param>
    /// <param name="unknownZone">An unknown zone abbreviation, instead of which the site's zone was used; otherwise null.</param>
    public static bool TryParse(string text, DateRules rules, out DateTimeOffset date, out string? unknownZone)
    {
        var written = text.Trim();
        var reader = new DateReader(written);
        date = default;
        unknownZone = null;
        if (!reader.ReadIsoDay(out var day))
        {
            if (!DayForms.TryRead(written, out day, out var rest)) return false;
            reader = new DateReader(rest.Length > 0 ? " " + rest : "");
        }

        return reader.ReadTime(out var time) && reader.ReadOffset(rules.Zone, out var offset, out unknownZone) && reader.IsAtEnd
            && TryCombine(day.ToDateTime(time), offset, rules, out date);
    }

    /// <summary>True for a YAML timestamp with a time but no offset, which is UTC in YAML.</summary>
    /// <remarks>YAML 1.1, timestamp: "If the time zone is omitted, the timestamp is assumed to be specified in UTC."</remarks>
    public static bool IsYamlTime(string text) => YamlTime().IsMatch(text);

    /// <summary>Makes a day from its parts; false when the calendar has no such day, or it is before the year 1000.</summary>
    public static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= FirstYear and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    /// <summary>Midnight of a day in the site's zone.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone) =>
        TryCombine(day.ToDateTime(TimeOnly.MinValue), null, new DateRules(zone, TakesLater: false), out var date)
            ? date
            : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static bool TryCombine(DateTime local, TimeSpan? written, DateRules rules, out DateTimeOffset date)
    {
        var zone = rules.Zone;
        var offset = written ?? OffsetOf(local, rules);
        var utcTicks = local.Ticks - offset.Ticks;
        var isInRange = utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks;
        date = isInRange ? new DateTimeOffset(local, offset) : default;
        if (isInRange && written is null && zone.IsInvalidTime(local)) date = TimeZoneInfo.ConvertTime(date, zone);
        return isInRange;
    }

    private static TimeSpan OffsetOf(DateTime local, DateRules rules)
    {
        var zone = rules.Zone;
        var offset = !zone.IsAmbiguousTime(local) ? zone.GetUtcOffset(local)
            : rules.TakesLater ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetAmbiguousTimeOffsets(local).Max();
        return TimeSpan.FromMinutes(Math.Truncate(offset.TotalMinutes));
    }

    [GeneratedRegex(
        @"^\s*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?\s*$",
        RegexOptions.NonBacktracking)]
    private static partial Regex YamlTime();
}

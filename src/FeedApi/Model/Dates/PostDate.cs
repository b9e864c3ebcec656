using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates;

/// <summary>Reads the dates that people and jobs write into front matter.</summary>
/// <remarks>
/// <c>YYYY-MM-DD</c>, maybe with <c>HH:MM[:SS[.fff]]</c> after <c>T</c> or spaces, maybe with <c>Z</c>, <c>UTC</c>, <c>GMT</c> or an
/// offset; the form of RFC 822, <c>May 27, 2022</c>, <c>20220527T103000Z</c>, and <c>AM</c> or <c>PM</c> after the time. A name of a zone
/// after a number says nothing. Without an offset the site's zone counts: a time that a change of clocks skips is moved forward by as much,
/// one that happens twice means the first, or as in Jekyll the second. Fractions are dropped; second 60 is 59.
/// </remarks>
internal static partial class PostDate
{
    private const int FirstYear = 1000;

    /// <summary>Reads a date; false when it is none, or names an unknown zone.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date) =>
        TryParse(text, new DateRules(zone, TakesLater: false), out date, out var unknownZone) && unknownZone is null;

    /// <summary>Reads a date; false when it is none.</summary>
    /// <param name="text">The date.</param>
    /// <param name="rules">What counts where the text leaves a choice.</param>
    /// <param name="date">The date.</param>
    /// <param name="unknownZone">The name of a zone that says nothing: the site's zone was used in its place.</param>
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

    /// <summary>True for a time of YAML's own form without an offset, which YAML means to be UTC.</summary>
    /// <remarks>YAML 1.1, timestamp: "If the time zone is omitted, the timestamp is assumed to be specified in UTC."</remarks>
    public static bool IsYamlTime(string text) => YamlTime().IsMatch(text);

    /// <summary>A day from its parts; false when the calendar has no such day, or it is before the year 1000.</summary>
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

using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Reads a date as Ruby's <c>Time.parse</c> does, and so Jekyll.</summary>
/// <remarks>
/// Ruby 3.1. It finds a time, a zone and a day wherever they stand, and passes over everything else. A date without a year is refused here,
/// because Ruby completes it by the day on which the site is built; so are years before 1000 and after 9998.
/// </remarks>
internal static partial class RubyTime
{
    // Ruby refuses longer texts since 3.0.3, for its patterns take too long.
    private const int MaxBytes = 128;

    /// <summary>Reads a date; false when it is none.</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="zone">The zone of a time without one that is known.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateReading date)
    {
        var rules = new DateRules(zone, TakesLater: true);
        date = default;
        if (IsoDate.TryRead(text, out var iso))
        {
            var isInRange = LocalTimes.TryCombine(iso.Local, iso.Offset, rules, out var instant);
            date = new DateReading(instant);
            return isInRange;
        }

        if (Encoding.UTF8.GetByteCount(text) > MaxBytes) return false;
        var rest = new RubyDateText(text);
        var parts = new RubyDateParts();
        rest.Take(Weekday(), out _);
        RubyTimeOfDay.Take(rest, parts);
        if (!RubyDayForms.Take(rest, parts) || rest.Has(BeforeOurEra())) return false;
        RubyTimeOfDay.TakeLastNumber(rest, parts);
        if (!TryCombine(text, parts, rules, out date)) return false;
        if (date is { Doubt: DateDoubt.None, UnknownZone: null } && rest.Has(Digit())) date = date with { Doubt = DateDoubt.Unread };
        return true;
    }

    private static bool TryCombine(string text, RubyDateParts parts, DateRules rules, out DateReading date)
    {
        var zone = rules.Zone;
        date = default;
        if (parts.Year is not (>= 1000 and <= 9998 and var year) || !TryDay(parts, year, out var month, out var day)) return false;
        var clock = new RubyClock(year, month, day, parts.Hour ?? 0, parts.Minute, parts.Second);
        var offset = parts.Zone is null ? null : RubyZone.OffsetOf(parts.Zone, zone, year);
        if (offset is { } known && known.Duration() >= TimeSpan.FromDays(1)) return false;
        if (!(offset is null ? clock : clock.ToUtc(offset.Value)).TryLocal(out var local)) return false;
        var written = offset is null ? local : local + offset.Value;
        if (!LocalTimes.TryCombine(written, offset, rules, out var instant)) return false;
        var isUnknown = offset is null && parts.Zone is not null && !IsOwn(parts.Zone, text, zone, instant);
        date = new DateReading(instant, isUnknown ? parts.Zone : null, DoubtOf(parts, clock, zone));
        return true;
    }

    // A zone that Ruby passes over is no loss where it is the site's.
    private static bool IsOwn(string written, string text, TimeZoneInfo zone, DateTimeOffset instant) =>
        text.Contains(zone.Id, StringComparison.OrdinalIgnoreCase)
        || (new DateReader(written).ReadOffset(zone, instant.Year, out var offset, out _) && offset == instant.Offset);

    private static DateDoubt DoubtOf(RubyDateParts parts, RubyClock clock, TimeZoneInfo zone) =>
        parts.IsOrderInDoubt ? DateDoubt.Order
        : "CST".Equals(parts.Zone, StringComparison.OrdinalIgnoreCase) && ZoneNames.IsAlsoChina(zone) ? DateDoubt.CentralTime
        : clock.IsRolledOver ? DateDoubt.RolledOver
        : DateDoubt.None;

    private static bool TryDay(RubyDateParts parts, int year, out int month, out int day)
    {
        (month, day) = (parts.Month ?? 1, parts.Day ?? 1);
        if (parts.DayOfYear is not { } number) return true;
        if (number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365)) return false;
        var date = new DateTime(year, 1, 1).AddDays(number - 1);
        (month, day) = (date.Month, date.Day);
        return true;
    }

    [GeneratedRegex(
        @"\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/0-9 ]*",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex("[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex Digit();

    [GeneratedRegex(
        @"\b(?:bc\b|bce\b|b\.c\.)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BeforeOurEra();
}

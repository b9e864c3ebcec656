namespace FeedApi.Model.Dates;

/// <summary>Parses the dates of front matter of sites other than Jekyll's, and those of requests.</summary>
/// <remarks>
/// <c>YYYY-MM-DD</c>, optionally with <c>HH:MM[:SS[.fff]]</c> after <c>T</c> or spaces, optionally with <c>Z</c>, <c>UTC</c>, <c>GMT</c>
/// or an offset; the form of RFC 822, <c>May 27, 2022</c>, <c>20220527T103000Z</c>, and <c>AM</c> or <c>PM</c> after the time. A zone
/// abbreviation after a numeric offset is ignored. Without an offset the site's zone is used: a local time that daylight saving time skips
/// is moved forward by the gap; one that occurs twice is the first, or by the rules the second. Fractions are ignored; second 60 is 59.
/// </remarks>
internal static class PostDate
{
    private const int FirstYear = 1000;

    /// <summary>Parses a date; false when it is not a date, or has an unknown zone abbreviation.</summary>
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        var isDate = TryParse(text, new DateRules(zone, TakesLater: false), out var reading) && reading.UnknownZone is null;
        date = isDate ? reading.Instant : default;
        return isDate;
    }

    /// <summary>Parses a date; false when it is not a date.</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="rules">How ambiguous dates are interpreted.</param>
    /// <param name="date">The date; its zone is unknown when an abbreviation was read as the site's zone.</param>
    public static bool TryParse(string text, DateRules rules, out DateReading date)
    {
        var written = text.Trim();
        var reader = new DateReader(written);
        var isOrderInDoubt = false;
        var isIso = reader.ReadIsoDay(out var day);
        date = default;
        if (!isIso)
        {
            if (!DayForms.TryRead(written, out day, out var rest, out isOrderInDoubt)) return false;
            reader = new DateReader(rest.Length > 0 ? " " + rest : "");
        }

        if (!reader.ReadTime(out var time) || !reader.ReadOffset(rules.Zone, day.Year, out var offset, out var unknownZone)) return false;
        if (!reader.IsAtEnd || !LocalTimes.TryCombine(day.ToDateTime(time), offset, rules, out var instant)) return false;
        var doubt = isOrderInDoubt ? DateDoubt.Order : reader.HasLeapSecond ? DateDoubt.LeapSecond : DateDoubt.None;
        date = new DateReading(instant, unknownZone, doubt);
        return isIso || !rules.HasLocalZoneNames || !reader.HasZoneName || TryInSiteZone(day.ToDateTime(time), rules, ref date);
    }

    // Hugo 0.111, cast.ToTimeInDefaultLocation: of the layouts with the name of a zone only the time on the clock counts.
    private static bool TryInSiteZone(DateTime local, DateRules rules, ref DateReading date)
    {
        var isChina = date.UnknownZone == "CST" && ZoneNames.IsAlsoChina(rules.Zone);
        var (named, isKnown) = (date.Instant, date.UnknownZone is null || isChina);
        if (!LocalTimes.TryCombine(local, offset: null, rules, out var instant)) return false;
        date = date with { Instant = instant, UnknownZone = null };
        if (!isKnown || instant != named) date = date with { Doubt = DateDoubt.OtherZone };
        return true;
    }

    /// <summary>Makes a day from its parts; false when the calendar has no such day, or it is before the year 1000.</summary>
    public static bool TryDay(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= FirstYear and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    /// <summary>Midnight of a day in the site's zone; where it is skipped, the first instant of the day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="takesLater">True: where midnight is repeated it is the second one, as in Ruby.</param>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone, bool takesLater = false) =>
        LocalTimes.TryResolve(day.ToDateTime(TimeOnly.MinValue), new DateRules(zone, takesLater), out var date)
            ? date
            : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates;

/// <summary>
/// Reads the day at the start of a date in forms other than <c>2022-04-19</c>: with the name of the month, with the day first,
/// or as the day of the year.
/// </summary>
/// <remarks>The usual ones of those that Ruby's <c>Time.parse</c> accepts; those of Jekyll sites are read in all of them.</remarks>
internal static partial class DayForms
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>Reads the day; false when the text does not begin with one.</summary>
    /// <param name="text">The date, without white space at its start.</param>
    /// <param name="day">The day.</param>
    /// <param name="rest">What follows it: a time, an offset, or nothing.</param>
    /// <param name="isOrderInDoubt">True when it may be meant with the month first: <c>11/05/2026</c>.</param>
    public static bool TryRead(string text, out DateOnly day, out string rest, out bool isOrderInDoubt)
    {
        day = default;
        rest = "";
        isOrderInDoubt = false;
        foreach (var form in (ReadOnlySpan<Regex>)[DayFirst(), MonthFirst(), YearFirst(), Figures(), YearLast(), MonthAlone()])
        {
            if (form.Match(text) is not { Success: true } match) continue;
            rest = (match.Groups["between"].Value + text[match.Length..]).TrimStart(' ', ',');
            var isDay = TryDay(match, out day);
            isOrderInDoubt = isDay && ReferenceEquals(form, YearLast()) && day.Day <= 12 && day.Day != day.Month;
            return isDay;
        }

        return false;
    }

    private static bool TryDay(Match match, out DateOnly day)
    {
        var (month, number) = (match.Groups["month"].Value, Number(match, "day"));
        var year = Number(match, "year");
        // Two-digit years as in RFC 5322, section 4.3.
        if (match.Groups["year"].Length == 2) year += year < 50 ? 2000 : 1900;
        if (match.Groups["ofYear"].Success) return TryDayOfYear(year, Number(match, "ofYear"), out day);
        return PostDate.TryDay(year, MonthOf(month), match.Groups["day"].Success ? number : 1, out day);
    }

    private static bool TryDayOfYear(int year, int number, out DateOnly day)
    {
        var exists = PostDate.TryDay(year, 1, 1, out day) && number >= 1 && number <= (DateTime.IsLeapYear(year) ? 366 : 365);
        if (exists) day = day.AddDays(number - 1);
        return exists;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Any prefix of at least three letters, "Sept" included.
    private static int MonthOf(string month)
    {
        if (char.IsAsciiDigit(month[0])) return int.Parse(month, CultureInfo.InvariantCulture);
        var index = Array.FindIndex(Months, name => name.Length > 0 && name.StartsWith(month, StringComparison.OrdinalIgnoreCase));
        return month.Length >= 3 ? index + 1 : 0;
    }

    // Fri, 27 May 2022; 3rd March 2015; 3-Mar-2015.
    [GeneratedRegex(
        "^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? +)?(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ -]+(?<month>[A-Za-z]{3,9})[.,]?[ -]+"
            + "(?<year>[0-9]{4}|[0-9]{2})\\b")]
    private static partial Regex DayFirst();

    // May 27, 2022; Tuesday, March 3rd, 2015; Tue Mar  3 05:06:07 UTC 2015, the output of the command date.
    [GeneratedRegex(
        "^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? +)?(?<month>[A-Za-z]{3,9})[.]?[ -]+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?"
            + "(?<between>,? [0-9:]{4,8}(?: (?:[A-Z]{1,5}|[+-][0-9]{4}))?)?[, -]+(?<year>[0-9]{4})\\b")]
    private static partial Regex MonthFirst();

    // 2015 March 3; 2015-Mar-03; Tue 2015-03-03; 2015.03.03.
    [GeneratedRegex(
        "^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? +)?(?<year>[0-9]{4})[-/. ](?<month>[A-Za-z]{3,9}|[0-9]{1,2})[-/. ]"
            + "(?<day>[0-9]{1,2})\\b")]
    private static partial Regex YearFirst();

    // 20150303050607; 2015-062.
    [GeneratedRegex(
        "^(?<year>[0-9]{4})(?:(?<month>[0-9]{2})(?<day>[0-9]{2})(?<between>[0-9]{6})|-(?<ofYear>[0-9]{3}))$")]
    private static partial Regex Figures();

    // The day comes first, as in Ruby: 03/04/2015 is in April.
    [GeneratedRegex("^(?<day>[0-9]{1,2})[-/.](?<month>[0-9]{1,2})[-/.](?<year>[0-9]{4})\\b")]
    private static partial Regex YearLast();

    // March 2015.
    [GeneratedRegex("^(?<month>[A-Za-z]{3,9})[.,]? +(?<year>[0-9]{4})$")]
    private static partial Regex MonthAlone();
}

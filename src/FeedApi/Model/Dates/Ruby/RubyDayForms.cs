using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Finds the day in a date, by the first form that occurs anywhere in it.</summary>
/// <remarks>The forms of Ruby's <c>Date._parse</c> (date 3.2.2) in its order.</remarks>
internal static partial class RubyDayForms
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string MonthNames = "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private const string Era = @"(?<era>c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Takes the day from the text. False when it has none, or one without a year.</summary>
    public static bool Take(RubyDateText text, RubyDateParts parts) =>
        TakeNamed(text, parts) || TakeFigures(text, parts) || TakeDayOfYear(text, parts);

    // 27th of May 2022; May 27, 2022.
    private static bool TakeNamed(RubyDateText text, RubyDateParts parts)
    {
        if (!text.Take(DayFirst(), out var match) && !text.Take(MonthFirst(), out match)) return false;
        SetNamed(match, parts);
        return true;
    }

    private static bool TakeFigures(RubyDateText text, RubyDateParts parts)
    {
        if (text.Take(Hyphens(), out var match)) parts.SetFigures(Text(match, "a")!, Text(match, "b")!, Text(match, "c"));
        else if (text.Take(JapaneseEra(), out match)) SetJapanese(match, parts);
        else if (text.Take(HyphensAndName(), out match) || text.Take(NameAndHyphens(), out match)) SetNamed(match, parts);
        else if (text.Take(Slashes(), out match) || text.Take(Dots(), out match))
            parts.SetFigures(Text(match, "a")!, Text(match, "b")!, Text(match, "c"));
        else return false;
        return true;
    }

    private static bool TakeDayOfYear(RubyDateText text, RubyDateParts parts)
    {
        if (text.Take(WeekOrYearless(), out _)) return false;
        if (!text.Has(DayOfYearInFraction()) && text.Take(DayOfYear(), out var match))
            parts.SetDayOfYear(match.Groups["a"].Value, match.Groups["b"].Value);
        else if (text.Take(YearAlone(), out match)) parts.SetYear(match.Groups["a"].Value);
        else return !text.Take(MonthOrDayAlone(), out _) && RubyDigits.Take(text, parts);
        return true;
    }

    private static void SetNamed(Match match, RubyDateParts parts)
    {
        // Years before our era are out of range, and so is a day without a year.
        if (Text(match, "era") is ['b' or 'B', ..]) return;
        var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        parts.SetDay(Text(match, "c"), month.ToString(CultureInfo.InvariantCulture), Text(match, "a"));
    }

    private static void SetJapanese(Match match, RubyDateParts parts)
    {
        var first = match.Groups["era"].ValueSpan[0] switch
        {
            'M' or 'm' => 1867,
            'T' or 't' => 1911,
            'S' or 's' => 1925,
            _ => 1988,
        };
        var isNumber = int.TryParse(match.Groups["a"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year);
        if (!isNumber || year > 9999) return;
        parts.SetDay((first + year).ToString("D4", CultureInfo.InvariantCulture), Text(match, "b"), Text(match, "c"));
    }

    private static string? Text(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    [GeneratedRegex(
        "(?<a>'?[0-9]+)[^-0-9 ]* *" + MonthNames + "[^-0-9 ']*(?: *" + Era + @" *(?<c>'?-?[0-9]+(?:(?:st|nd|rd|th)\b)?))?", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b" + MonthNames + "[^-0-9 ']* *(?<a>'?[0-9]+)[^-0-9 ']*(?: *,? *" + Era + " *(?<c>'?-?[0-9]+))?", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex("(?<a>'?[-+]?[0-9]+)-(?<b>[0-9]+)-(?<c>'?-?[0-9]+)", Options)]
    private static partial Regex Hyphens();

    // H27.03.04.
    [GeneratedRegex(@"\b(?<era>[mtsh])(?<a>[0-9]+)\.(?<b>[0-9]+)\.(?<c>[0-9]+)", Options)]
    private static partial Regex JapaneseEra();

    [GeneratedRegex("(?<a>'?-?[0-9]+)-" + MonthNames + "[^-/.]*-(?<c>'?-?[0-9]+)", Options)]
    private static partial Regex HyphensAndName();

    [GeneratedRegex(@"\b" + MonthNames + "[^-/.]*-(?<a>'?-?[0-9]+)(?:-(?<c>'?-?[0-9]+))?", Options)]
    private static partial Regex NameAndHyphens();

    [GeneratedRegex("(?<a>'?-?[0-9]+)/ *(?<b>'?[0-9]+)(?:[^0-9] *(?<c>'?-?[0-9]+))?", Options)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(?<a>'?-?[0-9]+)\. *(?<b>'?[0-9]+)\. *(?<c>'?-?[0-9]+)", Options)]
    private static partial Regex Dots();

    // 2015-W10-3, --03-04: Ruby takes the year of these from today, so they are no dates here.
    [GeneratedRegex(@"\b(?:[0-9]{2}|[0-9]{4})?-?w[0-9]{2}(?:-?[0-9])?\b|-w-[0-9]\b|--(?:[0-9]{2})?-?[0-9]{2}\b", Options)]
    private static partial Regex WeekOrYearless();

    [GeneratedRegex(@"\b(?<a>[0-9]{2}|[0-9]{4})-(?<b>[0-9]{3})\b", Options)]
    private static partial Regex DayOfYear();

    [GeneratedRegex(@"[,.](?:[0-9]{2}|[0-9]{4})-[0-9]{3}\b", Options)]
    private static partial Regex DayOfYearInFraction();

    [GeneratedRegex(@"'(?<a>[0-9]+)\b", Options)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"\b" + MonthNames + @"|[0-9](?:st|nd|rd|th)\b", Options)]
    private static partial Regex MonthOrDayAlone();
}

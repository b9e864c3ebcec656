using System.Globalization;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>The parts of a date that were found so far.</summary>
internal sealed class RubyDateParts
{
    /// <summary>The year, with its century.</summary>
    public int? Year { get; private set; }

    /// <summary>The month; 13 and more are not refused yet.</summary>
    public int? Month { get; private set; }

    /// <summary>The day of the month; 32 and more are not refused yet.</summary>
    public int? Day { get; set; }

    /// <summary>The day of the year, from 1.</summary>
    public int? DayOfYear { get; private set; }

    /// <summary>Hours from 0 to 24; more are not refused yet.</summary>
    public int? Hour { get; set; }

    /// <summary>Minutes; more than 59 are not refused yet.</summary>
    public int Minute { get; set; }

    /// <summary>Seconds; more than 60 are not refused yet.</summary>
    public int Second { get; set; }

    /// <summary>An offset or the name of a zone, as written; null when none is.</summary>
    public string? Zone { get; set; }

    /// <summary>True when day and month, or year and day, may be meant the other way round.</summary>
    public bool IsOrderInDoubt { get; private set; }

    /// <summary>Sets a day that is written in figures only.</summary>
    public void SetFigures(string first, string second, string? third)
    {
        SetDay(first, second, third);
        var isYearLast = third is not null && IsYear(third);
        var isYearAnywhere = isYearLast || IsYear(first) || IsYear(second);
        IsOrderInDoubt = third is not null
            && (isYearLast ? Day is <= 12 && Month is <= 12 && Day != Month : !isYearAnywhere);
    }

    /// <summary>
    /// Sets year, month and day of which the form gives the likely order. What is longer than two characters, or has an apostrophe before
    /// it, is a year wherever it stands; what has an ending, such as <c>3rd</c>, is none.
    /// </summary>
    public void SetDay(string? year, string? month, string? day)
    {
        if (year is not null && month is not null && day is null) (year, month, day) = (null, year, month);
        if (year is null && day is not null && IsYear(day)) (year, day) = (day, null);
        if (year is not null && IntegerIn(year) is { Length: > 0 } figures && !year.EndsWith(figures, StringComparison.Ordinal))
            (year, day) = (day, figures);
        if (month is not null && IsYear(month)) (year, month, day) = (month, day, year);
        if (day is not null && IsYear(day)) (year, day) = (day, year);
        if (year is not null) SetYear(IntegerIn(year));
        Month = Number(month) ?? Month;
        Day = Number(day) ?? Day;
    }

    /// <summary>Sets a year and a day of that year.</summary>
    public void SetDayOfYear(string year, string day)
    {
        SetYear(year);
        DayOfYear = Number(day);
    }

    /// <summary>Sets the year; one of two digits is in this century up to 68.</summary>
    public void SetYear(string figures)
    {
        if (!int.TryParse(figures, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year)) return;
        var isShort = figures.Length <= 2 && char.IsAsciiDigit(figures[0]);
        Year = !isShort ? year : year < 69 ? year + 2000 : year + 1900;
    }

    private static bool IsYear(string part) => part.Length > 2 || part is ['\'', ..];

    // The first number of a text, with its sign.
    private static string IntegerIn(string text)
    {
        var start = 0;
        while (start < text.Length && text[start] is not ('+' or '-' or (>= '0' and <= '9'))) start++;
        if (start == text.Length) return "";
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return text[start..end];
    }

    private static int? Number(string? text)
    {
        if (text is null) return null;
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : int.MaxValue;
    }
}

using System.Globalization;
using System.Text;

namespace FeedApi.Site.Hugo;

/// <summary>Dates in the notation of Go: a layout shows how its reference time, 2 January 2006 15:04:05, would be written.</summary>
/// <remarks>
/// Go, package time, "Constants". Without <c>PM</c>, which Hugo refuses in a permalink. .NET knows no abbreviations of zones: <c>MST</c> is
/// the offset, as in Go for zones that have none.
/// </remarks>
internal static class GoLayout
{
    // A longer element comes before one that it begins with.
    private static readonly (string Element, Func<DateTimeOffset, string> ValueOf)[] Elements =
    [
        ("January", date => Named(date, "MMMM")),
        ("Jan", date => Named(date, "MMM")),
        ("Monday", date => Named(date, "dddd")),
        ("Mon", date => Named(date, "ddd")),
        ("2006", date => Digits(date.Year, "0000")),
        ("002", date => Digits(date.DayOfYear, "000")),
        ("__2", date => Digits(date.DayOfYear, "0").PadLeft(3)),
        ("_2006", date => "_" + Digits(date.Year, "0000")),
        ("_2", date => Digits(date.Day, "0").PadLeft(2)),
        ("01", date => Digits(date.Month, "00")),
        ("02", date => Digits(date.Day, "00")),
        ("03", date => Digits(HourOf(date), "00")),
        ("04", date => Digits(date.Minute, "00")),
        ("05", date => Digits(date.Second, "00")),
        ("06", date => Digits(date.Year % 100, "00")),
        ("MST", date => date.Offset == TimeSpan.Zero ? "UTC" : date.ToString("zz", CultureInfo.InvariantCulture)),
        ("15", date => Digits(date.Hour, "00")),
        ("1", date => Digits(date.Month, "0")),
        ("2", date => Digits(date.Day, "0")),
        ("3", date => Digits(HourOf(date), "0")),
        ("4", date => Digits(date.Minute, "0")),
        ("5", date => Digits(date.Second, "0")),
    ];

    /// <summary>True when the layout has an element of a date or time.</summary>
    public static bool IsLayout(string layout)
    {
        for (var index = 0; index < layout.Length; index++)
        {
            if (ElementAt(layout, index) is not null) return true;
        }

        return false;
    }

    /// <summary>The date as the layout has it; other characters stay as they are.</summary>
    public static string Format(string layout, DateTimeOffset date)
    {
        var text = new StringBuilder(layout.Length);
        for (var index = 0; index < layout.Length;)
        {
            if (ElementAt(layout, index) is { } found)
            {
                text.Append(found.ValueOf(date));
                index += found.Element.Length;
            }
            else
            {
                text.Append(layout[index++]);
            }
        }

        return text.ToString();
    }

    private static (string Element, Func<DateTimeOffset, string> ValueOf)? ElementAt(string layout, int index)
    {
        foreach (var each in Elements)
        {
            var end = index + each.Element.Length;
            var isWritten = string.CompareOrdinal(layout, index, each.Element, 0, each.Element.Length) == 0;
            // Jan and Mon are no elements inside longer words.
            var isWithin = each.Element.Length == 3 && end < layout.Length && char.IsAsciiLetterLower(layout[end]);
            if (isWritten && !(isWithin && char.IsAsciiLetter(each.Element[0]))) return each;
        }

        return null;
    }

    private static int HourOf(DateTimeOffset date) => date.Hour % 12 is > 0 and var hour ? hour : 12;

    private static string Named(DateTimeOffset date, string format) => date.ToString(format, CultureInfo.InvariantCulture);

    private static string Digits(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Finds the time of day in a date, and the zone behind it: <c>10:24:35.5 PM</c>, <c>10h24</c>, <c>10pm EST</c>.</summary>
internal static partial class RubyTimeOfDay
{
    /// <summary>Takes the time from the text, if it has one.</summary>
    public static void Take(RubyDateText text, RubyDateParts parts)
    {
        if (!text.Take(Time(), out var match)) return;
        var hour = Number(match.Groups["hour"]);
        var half = match.Groups["half"].ValueSpan;
        parts.Hour = half.IsEmpty ? hour : (hour % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        parts.Minute = Number(match.Groups["minute"]);
        parts.Second = Number(match.Groups["second"]);
        if (match.Groups["zone"] is { Success: true, Value: var zone }) parts.Zone = zone;
    }

    /// <summary>Reads one or two digits that are all that is left as the hour, or as the day of the month.</summary>
    public static void TakeLastNumber(RubyDateText text, RubyDateParts parts)
    {
        if (!text.Take(LastNumber(), out var match)) return;
        var number = Number(match.Groups["number"]);
        if (parts is { Hour: not null, Day: null } && number is >= 1 and <= 31) parts.Day = number;
        if (parts is { Day: not null, Hour: null } && number <= 24) parts.Hour = number;
    }

    private static int Number(Group group) =>
        !group.Success ? 0
        : int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : int.MaxValue;

    [GeneratedRegex(
        "(?:(?:(?<hour>[0-9]+) *: *(?<minute>[0-9]+)(?: *: *(?<second>[0-9]+)(?:[,.][0-9]*)?)?"
            + @"|(?<hour>[0-9]+) *h(?: *(?<minute>[0-9]+)m?(?: *(?<second>[0-9]+)s?)?)?)(?: *(?<half>[ap])(?:m\b|\.m\.))?"
            + @"|(?<hour>[0-9]+) *(?<half>[ap])(?:m\b|\.m\.))"
            + @"(?: *(?<zone>(?:gmt|utc?)?[-+][0-9]+(?:[,.:][0-9]+(?::[0-9]+)?)?"
            + @"|[\p{L}. ]+(?:standard|daylight) time\b|\p{L}+(?: dst)?\b))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex("^ *(?<number>[0-9]{1,2}) *$", RegexOptions.NonBacktracking)]
    private static partial Regex LastNumber();
}

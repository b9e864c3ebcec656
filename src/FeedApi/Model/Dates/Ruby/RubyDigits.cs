using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Finds a day, and a time, in a run of digits: <c>20150304</c>, <c>20150304T050607Z</c>, <c>150304</c>, <c>2015063</c>.</summary>
internal static partial class RubyDigits
{
    /// <summary>Takes the first run from the text; false when it has no year.</summary>
    public static bool Take(RubyDateText text, RubyDateParts parts)
    {
        if (!text.Take(Run(), out var match) || match.Groups["sign"].ValueSpan is "-") return false;
        var run = match.Groups["run"].Value;
        var isFromRight = !match.Groups["time"].Success && match.Groups["fraction"].Success;
        if (!(isFromRight ? SetFromRight(run, parts) : SetFromLeft(run, parts))) return false;
        if (match.Groups["time"] is { Success: true, Value: var time }) SetTime(time, match.Groups["fraction"].Success, parts);
        if (match.Groups["zone"] is { Success: true, Value: var zone }) parts.Zone = zone;
        return true;
    }

    private static bool SetFromLeft(string run, RubyDateParts parts)
    {
        switch (run.Length)
        {
            case 5:
                parts.SetDayOfYear(run[..2], run[2..]);
                return true;
            case 6:
                parts.SetDay(run[..2], run[2..4], run[4..]);
                return true;
            case 7:
                parts.SetDayOfYear(run[..4], run[4..]);
                return true;
            case 8 or 10 or 12 or 14:
                parts.SetDay(run[..4], run[4..6], run[6..8]);
                if (run.Length > 8) SetTime(run[8..], isFromRight: false, parts);
                return true;
            default:
                return false;
        }
    }

    // Before a fraction the last two digits are the seconds.
    private static bool SetFromRight(string run, RubyDateParts parts)
    {
        if (run.Length is not (12 or 14)) return false;
        parts.SetDay(run[..^10], run[^10..^8], run[^8..^6]);
        SetTime(run[^6..], isFromRight: true, parts);
        return true;
    }

    private static void SetTime(string time, bool isFromRight, RubyDateParts parts)
    {
        if (time.Length is not (2 or 4 or 6)) return;
        int[] numbers = [.. time.Chunk(2).Select(pair => ((pair[0] - '0') * 10) + pair[1] - '0')];
        if (isFromRight) Array.Reverse(numbers);
        for (var index = 0; index < numbers.Length; index++)
        {
            switch (isFromRight ? 2 - index : index)
            {
                case 0: parts.Hour = numbers[index]; break;
                case 1: parts.Minute = numbers[index]; break;
                default: parts.Second = numbers[index]; break;
            }
        }
    }

    [GeneratedRegex(
        @"(?<sign>[-+]?)(?<run>[0-9]{2,14})(?: *t? *(?<time>[0-9]{2,6})?(?<fraction>[,.][0-9]*)?)?"
            + @"(?: *(?:(?<zone>z\b|[-+][0-9]{1,4}\b)|\[(?<zone>[-+]?[0-9][^\]:]*)\]|\[[-+]?[0-9][^\]:]*:(?<zone>[^\]]*)\]))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}

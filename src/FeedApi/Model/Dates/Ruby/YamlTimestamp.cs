using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Reads a plain scalar that YAML takes for a point in time: a day, a time with seconds, perhaps <c>Z</c> or an offset.</summary>
/// <remarks>
/// YAML 1.1, timestamp, as Psych 4.0 reads it: days and times that do not exist are counted on, offsets may have one digit.
/// </remarks>
internal static partial class YamlTimestamp
{
    /// <summary>Reads a timestamp; false when the scalar is a text.</summary>
    /// <param name="text">The scalar.</param>
    /// <param name="local">The time on the clock.</param>
    /// <param name="offset">The offset; null when none is written, which in YAML means UTC.</param>
    public static bool TryParse(string text, out DateTime local, out TimeSpan? offset)
    {
        local = default;
        offset = null;
        if (Form().Match(text) is not { Success: true } match) return false;
        var groups = match.Groups;
        var clock = new RubyClock(
            Number(groups["year"]),
            Number(groups["month"]),
            Number(groups["day"]),
            Number(groups["hour"]),
            Number(groups["minute"]),
            Number(groups["second"]));
        if (groups["zone"].Success) offset = OffsetOf(groups);
        return clock.TryLocal(out local) && offset?.Duration() is null or { Days: 0 };
    }

    /// <summary>The instant of a timestamp, as UTC in the zone when it has no offset; null when the text is none.</summary>
    /// <param name="text">A plain scalar.</param>
    /// <param name="zone">The site's zone.</param>
    public static DateTimeOffset? InstantOf(string text, TimeZoneInfo zone)
    {
        if (!TryParse(text, out var local, out var offset)) return null;
        var rules = new DateRules(zone, TakesLater: true);
        if (!LocalTimes.TryCombine(local, offset ?? TimeSpan.Zero, rules, out var time)) return null;
        return offset is null ? TimeZoneInfo.ConvertTime(time, zone) : time;
    }

    private static TimeSpan OffsetOf(GroupCollection groups)
    {
        if (groups["zone"].ValueSpan is "Z") return TimeSpan.Zero;
        var length = new TimeSpan(Number(groups["hours"]), Number(groups["minutes"]), 0);
        return groups["zone"].ValueSpan[0] == '-' ? -length : length;
    }

    private static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})"
            + @"(?:[Tt]|\s+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\.[0-9]*)?"
            + @"(?:\s*(?<zone>Z|[-+](?<hours>[0-9]{1,2}):?(?<minutes>[0-9]{2})?))?\z")]
    private static partial Regex Form();
}

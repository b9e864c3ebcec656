using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Replaces the directives of Ruby's <c>strftime</c> that other programs write in another way.</summary>
/// <remarks>
/// Ruby 3.1. <c>%Z</c>: a time at the offset of the site's zone has the zone's name, <c>CST</c> or <c>EDT</c>, one at another offset has
/// none, except UTC. Names come from the same files as in Ruby; where there are none, as on Windows, zones have no names.
/// </remarks>
internal static partial class RubyFormat
{
    /// <summary>The format with other directives, or with what they write.</summary>
    /// <param name="format">A format of <c>strftime</c>.</param>
    /// <param name="time">The time to be formatted.</param>
    /// <param name="zone">The site's zone.</param>
    public static string Replace(string format, DateTimeOffset time, TimeZoneInfo zone) =>
        Directive().Replace(format, directive => directive.Value switch
        {
            "%%" => "%%",
            "%c" => "%a %b %e %T %Y",
            "%x" => "%D",
            "%X" => "%T",
            "%-H" => "%k",
            "%v" => "%e-%^b-%Y",
            "%+" => "%%+",
            _ => Padded(NameOf(time, zone), directive.Groups[1].Value, directive.Groups[2].ValueSpan),
        });

    private static string NameOf(DateTimeOffset time, TimeZoneInfo zone)
    {
        if (zone.GetUtcOffset(time) != time.Offset || zone.Id == "UTC") return time.Offset == TimeSpan.Zero ? "UTC" : "";
        return ZoneFile.Find(zone.Id)?.NameAt(time.ToUnixTimeSeconds(), zone.IsDaylightSavingTime(time)) ?? "";
    }

    private static string Padded(string name, string flags, ReadOnlySpan<char> width)
    {
#pragma warning disable CA1308 // "#" asks for small letters.
        var written = flags.Contains('#', StringComparison.Ordinal) ? name.ToLowerInvariant() : name;
#pragma warning restore CA1308
        if (width.IsEmpty || flags.Contains('-', StringComparison.Ordinal)) return written;
        var pad = flags.Contains('0', StringComparison.Ordinal) ? '0' : ' ';
        return written.PadLeft(int.Parse(width, NumberStyles.None, CultureInfo.InvariantCulture), pad);
    }

    [GeneratedRegex(@"%%|%(?:-H|[cxXv+])|%([-0^_#]*)([0-9]{0,2})Z", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();
}

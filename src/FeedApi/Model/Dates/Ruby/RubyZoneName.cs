using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>Writes the name of a zone, <c>CST</c> or <c>EDT</c>, in place of <c>%Z</c> in a format of <c>strftime</c>.</summary>
/// <remarks>
/// Ruby 3.1: a time of the site's own zone has its name there, one of another offset has none, except UTC. Names come from the same files
/// as in Ruby (TZif, RFC 9636); where there are none, as on Windows, zones have no names.
/// </remarks>
internal static partial class RubyZoneName
{
    /// <summary>The format with names instead of <c>%Z</c>, with its flags and width; <c>%%Z</c> stays.</summary>
    public static string Write(string format, DateTimeOffset time, TimeZoneInfo zone) =>
        format.Contains('Z', StringComparison.Ordinal)
            ? Directive().Replace(format, match => match.Value == "%%" ? "%%" : Padded(Of(time, zone), match))
            : format;

    /// <summary>The name; empty when there is none.</summary>
    public static string Of(DateTimeOffset time, TimeZoneInfo zone)
    {
        if (zone.GetUtcOffset(time) != time.Offset || zone.Id == "UTC") return time.Offset == TimeSpan.Zero ? "UTC" : "";
        return ZoneFile.Find(zone.Id)?.NameAt(time.ToUnixTimeSeconds(), zone.IsDaylightSavingTime(time)) ?? "";
    }

    private static string Padded(string name, Match directive)
    {
        var flags = directive.Groups[1].Value;
#pragma warning disable CA1308 // "#" asks for small letters.
        var written = flags.Contains('#', StringComparison.Ordinal) ? name.ToLowerInvariant() : name;
#pragma warning restore CA1308
        var isWide = int.TryParse(directive.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var width);
        if (!isWide || flags.Contains('-', StringComparison.Ordinal)) return written;
        return written.PadLeft(Math.Min(width, 99), flags.Contains('0', StringComparison.Ordinal) ? '0' : ' ');
    }

    [GeneratedRegex("%%|%([-0^_#]*)([0-9]{0,2})Z", RegexOptions.NonBacktracking)]
    private static partial Regex Directive();
}

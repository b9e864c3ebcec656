using System.Globalization;

namespace FeedApi.Model.Dates.Ruby;

/// <summary>The offset that a zone in a date stands for.</summary>
/// <remarks>Ruby 3.1, <c>Time.zone_offset</c>: offsets of two or four digits, the zones of RFC 822, and the site's own.</remarks>
internal static class RubyZone
{
    private const string Military = "YXWVUTSRQPONZABCDEFGHIKLM";

    /// <summary>
    /// The offset; null when Ruby knows none, and reads the time in the site's zone: <c>GMT+8</c>, <c>+8</c>, <c>Asia/Shanghai</c>.
    /// </summary>
    /// <param name="text">The zone as written.</param>
    /// <param name="site">The site's zone.</param>
    /// <param name="year">The year of the date: a zone's own names may change.</param>
    public static TimeSpan? OffsetOf(string text, TimeZoneInfo site, int year)
    {
        if (text is ['+' or '-', ..]) return OffsetOf(text);
        var name = text.ToUpperInvariant();
        if (name.Length == 1)
            return Military.IndexOf(name[0], StringComparison.Ordinal) is >= 0 and var at ? TimeSpan.FromHours(at - 12) : null;
        return ZoneNames.FixedOffsetOf(name) ?? ZoneNames.OwnOffsetOf(name, site, year);
    }

    private static TimeSpan? OffsetOf(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var colons = text.Length - 1 - digits.Length;
        var isForm = digits.Length switch
        {
            2 => colons == 0,
            4 => colons == 0 || (colons == 1 && text[3] == ':'),
            6 => colons == 0 || (colons == 2 && text[3] == ':' && text[6] == ':'),
            _ => false,
        };
        if (!isForm || !int.TryParse(digits.PadRight(6, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        var length = new TimeSpan(number / 10000, number / 100 % 100, number % 100);
        return text[0] == '-' ? -length : length;
    }
}

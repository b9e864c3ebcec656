namespace FeedApi.Model.Dates;

/// <summary>Time zone abbreviations in dates.</summary>
/// <remarks>RFC 822, section 5.1; other abbreviations are recognised, as in Ruby, only when they belong to the site's own zone.</remarks>
internal static class ZoneNames
{
    /// <summary>The offset of an abbreviation; null when it is unknown or ambiguous.</summary>
    /// <param name="name">An abbreviation such as <c>EST</c>.</param>
    /// <param name="zone">The site's zone.</param>
    public static TimeSpan? OffsetOf(ReadOnlySpan<char> name, TimeZoneInfo zone) => name switch
    {
        "Z" or "z" or "UTC" or "GMT" or "UT" or "utc" or "gmt" => TimeSpan.Zero,
        "EST" => TimeSpan.FromHours(-5),
        "EDT" => TimeSpan.FromHours(-4),
        // In zones eight hours ahead of UTC it may also mean China Standard Time, so there it is ambiguous.
        "CST" => zone.BaseUtcOffset == TimeSpan.FromHours(8) ? null : TimeSpan.FromHours(-6),
        "CDT" => TimeSpan.FromHours(-5),
        "MST" => TimeSpan.FromHours(-7),
        "MDT" => TimeSpan.FromHours(-6),
        "PST" => TimeSpan.FromHours(-8),
        "PDT" => TimeSpan.FromHours(-7),
        _ => OwnOffset(name, zone),
    };

    private static TimeSpan? OwnOffset(ReadOnlySpan<char> name, TimeZoneInfo zone)
    {
        var (standardMinutes, minutes) = name switch
        {
            "WET" => (0, 0),
            "WEST" or "BST" => (0, 60),
            "CET" => (60, 60),
            "CEST" => (60, 120),
            "EET" => (120, 120),
            "EEST" => (120, 180),
            "MSK" => (180, 180),
            "IST" => (330, 330),
            "AWST" => (480, 480),
            "JST" or "KST" => (540, 540),
            "AEST" => (600, 600),
            "AEDT" => (600, 660),
            "NZST" => (720, 720),
            "NZDT" => (720, 780),
            "HST" => (-600, -600),
            "AKST" => (-540, -540),
            "AKDT" => (-540, -480),
            "AST" => (-240, -240),
            "ADT" => (-240, -180),
            _ => (int.MaxValue, 0),
        };
        return zone.BaseUtcOffset.TotalMinutes == standardMinutes ? TimeSpan.FromMinutes(minutes) : null;
    }
}

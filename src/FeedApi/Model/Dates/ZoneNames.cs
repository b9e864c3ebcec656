namespace FeedApi.Model.Dates;

/// <summary>Time zone abbreviations in dates.</summary>
/// <remarks>RFC 822, section 5.1; other abbreviations are recognised, as in Ruby, only when they belong to the site's own zone.</remarks>
internal static class ZoneNames
{
    /// <summary>The offset of an abbreviation; null when it is unknown or ambiguous.</summary>
    /// <param name="name">An abbreviation such as <c>EST</c>.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="year">The year of the date.</param>
    public static TimeSpan? OffsetOf(ReadOnlySpan<char> name, TimeZoneInfo zone, int year) => name switch
    {
        "z" or "utc" or "gmt" => TimeSpan.Zero,
        "CST" when IsAlsoChina(zone) => null,
        _ => FixedOffsetOf(name) ?? OwnOffsetOf(name, zone, year),
    };

    /// <summary>True where <c>CST</c> may mean China Standard Time as well as America's central one.</summary>
    public static bool IsAlsoChina(TimeZoneInfo zone) => zone.BaseUtcOffset == TimeSpan.FromHours(8);

    /// <summary>The offset of a name that means the same everywhere; null for any other.</summary>
    public static TimeSpan? FixedOffsetOf(ReadOnlySpan<char> name) => name switch
    {
        "Z" or "UTC" or "GMT" or "UT" => TimeSpan.Zero,
        "EST" => TimeSpan.FromHours(-5),
        "EDT" => TimeSpan.FromHours(-4),
        "CST" => TimeSpan.FromHours(-6),
        "CDT" => TimeSpan.FromHours(-5),
        "MST" => TimeSpan.FromHours(-7),
        "MDT" => TimeSpan.FromHours(-6),
        "PST" => TimeSpan.FromHours(-8),
        "PDT" => TimeSpan.FromHours(-7),
        _ => null,
    };

    /// <summary>The offset of a name that the zone itself has in January or July of the year; null for any other.</summary>
    /// <remarks>
    /// .NET does not know the names of a zone, so a name counts as its own when the offsets of that year are those of the name.
    /// </remarks>
    public static TimeSpan? OwnOffsetOf(ReadOnlySpan<char> name, TimeZoneInfo zone, int year)
    {
        var meanings = MeaningsOf(name);
        if (meanings.Length == 0) return null;
        var (january, july) = (MinutesIn(1), MinutesIn(7));
        var (standard, summer) = (Math.Min(january, july), Math.Max(january, july));
        foreach (var (minutes, season) in meanings)
        {
            var isOwn = season switch
            {
                Season.Always => standard == minutes && summer == minutes,
                Season.Standard => standard == minutes,
                _ => summer == minutes && standard != minutes,
            };
            if (isOwn) return TimeSpan.FromMinutes(minutes);
        }

        return null;

        int MinutesIn(int month) => (int)zone.GetUtcOffset(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes;
    }

    // Minutes east of UTC, all that the name means anywhere.
    private static (int Minutes, Season Season)[] MeaningsOf(ReadOnlySpan<char> name) => name switch
    {
        "WET" => [(0, Season.Standard)],
        "WEST" or "BST" => [(60, Season.Summer)],
        "CET" or "MET" => [(60, Season.Standard)],
        "CEST" or "MEST" => [(120, Season.Summer)],
        "EET" => [(120, Season.Standard)],
        "EEST" or "IDT" => [(180, Season.Summer)],
        "IST" => [(330, Season.Always), (120, Season.Standard), (60, Season.Summer)],
        "WAT" => [(60, Season.Always)],
        "CAT" or "SAST" => [(120, Season.Always)],
        "EAT" => [(180, Season.Always)],
        "MSK" => [(180, Season.Standard), (240, Season.Always)],
        "MSD" => [(240, Season.Summer)],
        "PKT" => [(300, Season.Standard)],
        "WIB" => [(420, Season.Always)],
        "WITA" or "HKT" => [(480, Season.Always)],
        "AWST" => [(480, Season.Standard)],
        "AWDT" => [(540, Season.Summer)],
        "JST" or "KST" or "WIT" => [(540, Season.Always)],
        "ACST" => [(570, Season.Standard)],
        "ACDT" => [(630, Season.Summer)],
        "AEST" or "CHST" => [(600, Season.Standard)],
        "AEDT" => [(660, Season.Summer)],
        "NZST" => [(720, Season.Standard)],
        "NZDT" => [(780, Season.Summer)],
        "SST" => [(-660, Season.Always)],
        "HST" => [(-600, Season.Standard)],
        "HDT" => [(-540, Season.Summer)],
        "AKST" => [(-540, Season.Standard)],
        "AKDT" => [(-480, Season.Summer)],
        "AST" => [(-240, Season.Standard)],
        "ADT" => [(-180, Season.Summer)],
        "NST" => [(-210, Season.Standard)],
        "NDT" => [(-150, Season.Summer)],
        _ => [],
    };

    private enum Season
    {
        // The zone does not change its clocks.
        Always,
        Standard,
        Summer,
    }
}

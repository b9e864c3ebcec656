using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Model.Dates.Ruby;

namespace FeedApi.Site;

/// <summary>Reads a date of front matter by the rules of the site's generator.</summary>
internal static class FrontMatterDate
{
    /// <summary>Reads a date; false when it is none, or has a zone whose offset is not known.</summary>
    /// <param name="value">The value of a key.</param>
    /// <param name="site">The site: its generator and its zone.</param>
    /// <param name="date">The date.</param>
    public static bool TryParse(ConfigNode? value, SiteConfig site, out DateTimeOffset date)
    {
        date = default;
        if (value is not ConfigScalar scalar || !TryParse(scalar, site, out var reading, out _) || reading.UnknownZone is not null)
            return false;
        date = reading.Instant;
        return true;
    }

    /// <summary>Reads a date; false when it is none.</summary>
    /// <param name="value">The value, of which YAML takes some plain ones for timestamps.</param>
    /// <param name="site">The site: its generator and its zone.</param>
    /// <param name="date">The date.</param>
    /// <param name="isAssumedUtc">True when it has no offset and was read as UTC, as YAML has it.</param>
    public static bool TryParse(ConfigScalar value, SiteConfig site, out DateReading date, out bool isAssumedUtc)
    {
        isAssumedUtc = false;
        var text = value.Text.Trim();
        var isHugo = site.Hugo is { IsZola: false };
        var rules = new DateRules(site.TimeZone, TakesLater: site.IsJekyll, HasLocalZoneNames: isHugo);
        if (IsoDate.TryRead(text, out var iso))
        {
            isAssumedUtc = iso is { HasSeconds: true, Offset: null } && value.IsPlain && !site.HasLocalDates;
            return TryCombine(iso.Local, iso.Offset, isAssumedUtc, rules, out date);
        }

        if (value.IsPlain && YamlTimestamp.TryParse(text, out var local, out var offset) && (site.IsJekyll || !site.HasLocalDates))
        {
            isAssumedUtc = offset is null && !site.HasLocalDates;
            return TryCombine(local, offset, isAssumedUtc, rules, out date);
        }

        if (isHugo && value.IsPlain && UnixSeconds.TryParse(text, out var counted))
        {
            date = new DateReading(counted);
            return true;
        }

        if (ChineseDate.IsLikely(text) && ChineseDate.TryParse(text, rules, out date))
        {
            if (site.IsJekyll) date = Compared(date, text, site.TimeZone);
            return true;
        }

        return site.IsJekyll
            ? RubyTime.TryParse(value.IsPlain ? Ungrouped(text) : text, site.TimeZone, out date)
            : PostDate.TryParse(text, rules, out date);
    }

    // In YAML 1.1 a number may have signs between its digits: 2024_03_01 is 20240301.
    private static string Ungrouped(string text)
    {
        if (text.AsSpan().IndexOfAny('_', ',') <= 0) return text;
        var digits = text.Replace("_", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return digits.AsSpan().ContainsAnyExceptInRange('0', '9') ? text : digits;
    }

    private static bool TryCombine(DateTime local, TimeSpan? offset, bool isUtc, DateRules rules, out DateReading date)
    {
        var isInRange = LocalTimes.TryCombine(local, isUtc ? TimeSpan.Zero : offset, rules, out var instant);
        date = new DateReading(isUtc ? TimeZoneInfo.ConvertTime(instant, rules.Zone) : instant);
        return isInRange;
    }

    private static DateReading Compared(DateReading date, string text, TimeZoneInfo zone) =>
        RubyTime.TryParse(text, zone, out var ruby) && ruby.Instant != date.Instant
            ? date with { Doubt = DateDoubt.OtherInJekyll }
            : date;
}

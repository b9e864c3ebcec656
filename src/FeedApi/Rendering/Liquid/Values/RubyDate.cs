using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model.Dates.Ruby;
using FeedApi.Rendering.Liquid.Parsing;
using Fluid;
using Fluid.Filters;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Converts values to dates, and formats them with Ruby's <c>strftime</c>: Fluid's, with its faults corrected.</summary>
internal static partial class RubyDate
{
    /// <summary>The date of a time, a text with one, <c>now</c>, or Unix seconds; null for anything else.</summary>
    public static DateTimeOffset? Of(FluidValue value, LiquidContext context)
    {
        if (value is DateTimeValue) return (DateTimeOffset)value.ToObjectValue();
        if (value is not (StringValue or NumberValue)) return null;
        var text = value.ToStringValue();
        if (text.ToLowerInvariant() is "now" or "today") return context.Time;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), context.Site.TimeZone);
        return RubyTime.TryParse(text, context.Site.TimeZone, out var parsed) ? parsed.Instant : null;
    }

    /// <summary>Formats a time. Unknown directives stay as written.</summary>
    public static string Format(DateTimeOffset date, string format, LiquidContext context)
    {
        context.Spend(format.Length);
        var known = RubyFormat.Replace(LongWidths().Replace(format, "%$1"), date, context.Site.TimeZone);
        return MiscFilters.Date(new DateTimeValue(date), new FilterArguments(new StringValue(known)), context).Ready().ToStringValue();
    }

    // Fluid pads to any width, however large.
    [GeneratedRegex("%([-0^_#]*)[0-9]{3,}")]
    private static partial Regex LongWidths();
}

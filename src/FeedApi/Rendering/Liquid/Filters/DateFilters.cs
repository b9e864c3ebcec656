using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that write dates. Jekyll's own show them in the site's zone, Liquid's as they are.</summary>
internal static class DateFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["date"] = Date,
        ["date_to_string"] = static (input, arguments, context) => Day(input, arguments, "%b", context),
        ["date_to_long_string"] = static (input, arguments, context) => Day(input, arguments, "%B", context),
        ["date_to_xmlschema"] = static (input, _, context) => Local(input, context) is { } date ? new StringValue(RubyDate.Format(date, "%Y-%m-%dT%H:%M:%S%:z")) : input,
        ["date_to_rfc822"] = static (input, _, context) => Local(input, context) is { } date ? new StringValue(RubyDate.Format(date, "%a, %d %b %Y %H:%M:%S %z")) : input,
    };

    private static FluidValue Date(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var format = arguments.Text(0, context);
        if (format.Length == 0 || RubyDate.Of(input, context) is not { } date) return input;
        context.SpendText(format.Length * 8L);
        return new StringValue(RubyDate.Format(date, format));
    }

    private static FluidValue Day(FluidValue input, FilterArguments arguments, string month, LiquidContext context)
    {
        if (Local(input, context) is not { } date) return input;
        if (arguments.Text(0, context) != "ordinal") return new StringValue(RubyDate.Format(date, $"%d {month} %Y"));
        var day = date.Day.ToString(CultureInfo.InvariantCulture) + Ending(date.Day);
        return new StringValue(RubyDate.Format(date, arguments.Text(1, context) == "US" ? $"{month} {day}, %Y" : $"{day} {month} %Y"));
    }

    private static DateTimeOffset? Local(FluidValue input, LiquidContext context)
    {
        if (input is BaseNilValue || Text(input, context).Length == 0) return null;
        if (RubyDate.Of(input, context) is { } date) return TimeZoneInfo.ConvertTime(date, context.Site.TimeZone);
        context.Warn(ProblemCodes.LiquidError, $"{MessageText.Shorten(Text(input, context))} is not a date.", "It is left as it is.");
        return null;
    }

    private static string Ending(int day) => (day % 10, day / 10) switch
    {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
}

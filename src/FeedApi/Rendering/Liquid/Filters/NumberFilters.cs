using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;
using Numbers = Fluid.Filters.NumberFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters for arithmetic and dates: Jekyll's date filters use the site's time zone, Liquid's the date's own offset.</summary>
internal static class NumberFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["plus"] = Own(Numbers.Plus),
        ["minus"] = Own(Numbers.Minus),
        ["times"] = Own(Numbers.Times),
        ["divided_by"] = call => Divide(call.Input.ToNumberValue(), call.At(0).ToNumberValue()),
        ["modulo"] = call => NumberValue.Create(Remainder(call.Input.ToNumberValue(), call.At(0).ToNumberValue())),
        ["abs"] = Own(Numbers.Abs),
        ["ceil"] = Own(Numbers.Ceil),
        ["floor"] = Own(Numbers.Floor),
        ["round"] = call => Round(call.Input.ToNumberValue(), call.WholeAt(0, 0)),
        ["at_least"] = Own(Numbers.AtLeast),
        ["at_most"] = Own(Numbers.AtMost),
        ["to_integer"] = call => NumberValue.Create(Math.Truncate(call.Input.ToNumberValue())),
        ["date"] = call => call.TextAt(0) is { Length: > 0 } format && RubyDate.Of(call.Input, call.Context) is { } date
            ? new StringValue(RubyDate.Format(date, format, call.Context)) : call.Input,
        ["date_to_string"] = call => Day(call, "%b"),
        ["date_to_long_string"] = call => Day(call, "%B"),
        ["date_to_xmlschema"] = call => Local(call, _ => "%FT%T%:z"),
        ["date_to_rfc822"] = call => Local(call, _ => "%a, %d %b %Y %T %z"),
    };

    // Ruby rounds whole numbers down: -7 / 2 is -4.
    private static NumberValue Divide(decimal left, decimal right) =>
        NumberValue.Create(left.Scale + right.Scale == 0 ? Math.Floor(left / right) : RubyText.AsFloat(left / right));

    private static decimal Remainder(decimal left, decimal right) => left - (right * Math.Floor(left / right));

    private static NumberValue Round(decimal number, int digits)
    {
        var places = digits > 0 && number.Scale > 0 ? Math.Min(digits, 28) : 0;
        var unit = digits < -28 ? decimal.MaxValue : (decimal)Math.Pow(10, Math.Max(0, -digits));
        var rounded = Math.Round(number / unit, places, MidpointRounding.AwayFromZero) * unit;
        return NumberValue.Create(places > 0 ? RubyText.AsFloat(rounded) : Math.Truncate(rounded));
    }

    private static FluidValue Day(FilterCall call, string month) => Local(call, date => (call.TextAt(0), call.TextAt(1)) switch
    {
        ("ordinal", "US") => $"{month} %-d{Ending(date.Day)}, %Y",
        ("ordinal", _) => $"%-d{Ending(date.Day)} {month} %Y",
        _ => $"%d {month} %Y",
    });

    private static FluidValue Local(FilterCall call, Func<DateTimeOffset, string> formatOf)
    {
        if (call.Text.Length == 0) return call.Input;
        if (RubyDate.Of(call.Input, call.Context) is { } date)
        {
            var local = TimeZoneInfo.ConvertTime(date, call.Context.Site.TimeZone);
            return new StringValue(RubyDate.Format(local, formatOf(local), call.Context));
        }

        call.Context.Warn(ProblemCodes.LiquidError, $"{MessageText.Shorten(call.Text)} is not a date.", "It is left as it is.");
        return call.Input;
    }

    private static string Ending(int day) => day is 1 or 21 or 31 ? "st" : day is 2 or 22 ? "nd" : day is 3 or 23 ? "rd" : "th";
}

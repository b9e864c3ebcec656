using FeedApi.Content;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;
using Numbers = Fluid.Filters.NumberFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that compute, and filters that write dates: Jekyll's show them in the site's zone, Liquid's as they are.</summary>
internal static class NumberFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["plus"] = Own(Numbers.Plus),
        ["minus"] = Own(Numbers.Minus),
        ["times"] = Own(Numbers.Times),
        ["divided_by"] = (input, arguments, _) => Divide(input.ToNumberValue(), arguments.At(0).ToNumberValue()),
        ["modulo"] = (input, arguments, _) => NumberValue.Create(Remainder(input.ToNumberValue(), arguments.At(0).ToNumberValue())),
        ["abs"] = Own(Numbers.Abs),
        ["ceil"] = Own(Numbers.Ceil),
        ["floor"] = Own(Numbers.Floor),
        ["round"] = (input, arguments, _) => Round(input.ToNumberValue(), (arguments.Count > 0 ? RubyText.Whole(arguments.At(0)) : 0)),
        ["at_least"] = Own(Numbers.AtLeast),
        ["at_most"] = Own(Numbers.AtMost),
        ["to_integer"] = (input, _, _) => NumberValue.Create(Math.Truncate(input.ToNumberValue())),
        ["date"] = Date,
        ["date_to_string"] = (input, arguments, context) => Day(input, arguments, "%b", context),
        ["date_to_long_string"] = (input, arguments, context) => Day(input, arguments, "%B", context),
        ["date_to_xmlschema"] = (input, _, context) => Local(input, _ => "%FT%T%:z", context),
        ["date_to_rfc822"] = (input, _, context) => Local(input, _ => "%a, %d %b %Y %T %z", context),
    };

    // Ruby rounds whole numbers down: -7 / 2 is -4.
    private static NumberValue Divide(decimal left, decimal right) =>
        NumberValue.Create(left.Scale + right.Scale == 0 ? Math.Floor(left / right) : RubyText.AsFloat(left / right));

    private static decimal Remainder(decimal left, decimal right) => left % right is var rest && rest != 0 && rest < 0 != right < 0 ? rest + right : rest;

    private static NumberValue Round(decimal number, int digits) => NumberValue.Create(number.Scale == 0 || digits <= 0
        ? Math.Truncate(Math.Round(number, MidpointRounding.AwayFromZero))
        : RubyText.AsFloat(Math.Round(number, Math.Min(digits, 28), MidpointRounding.AwayFromZero)));

    private static FluidValue Date(FluidValue input, FilterArguments arguments, LiquidContext context) =>
        arguments.Text(0, context) is { Length: > 0 } format && RubyDate.Of(input, context) is { } date ? new StringValue(RubyDate.Format(date, format, context)) : input;

    private static FluidValue Day(FluidValue input, FilterArguments arguments, string month, LiquidContext context)
    {
        if (arguments.Text(0, context) != "ordinal") return Local(input, _ => $"%d {month} %Y", context);
        return Local(input, date => arguments.Text(1, context) == "US" ? $"{month} %-d{Ending(date.Day)}, %Y" : $"%-d{Ending(date.Day)} {month} %Y", context);
    }

    private static FluidValue Local(FluidValue input, Func<DateTimeOffset, string> formatOf, LiquidContext context)
    {
        if (RubyText.Of(input, context) is not { Length: > 0 } text) return input;
        if (RubyDate.Of(input, context) is { } date)
        {
            var local = TimeZoneInfo.ConvertTime(date, context.Site.TimeZone);
            return new StringValue(RubyDate.Format(local, formatOf(local), context));
        }

        context.Warn(ProblemCodes.LiquidError, $"{FieldReader.Shorten(text)} is not a date.", "It is left as it is.");
        return input;
    }

    private static string Ending(int day) => (day / 10 == 1 ? 0 : day % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
}

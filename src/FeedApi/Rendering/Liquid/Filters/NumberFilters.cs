using FeedApi.Model;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that reckon. Whole numbers stay whole; a float makes the result a float.</summary>
internal static class NumberFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["plus"] = static (input, arguments, _) => Reckon(input, arguments, static (left, right) => left + right),
        ["minus"] = static (input, arguments, _) => Reckon(input, arguments, static (left, right) => left - right),
        ["times"] = static (input, arguments, _) => Reckon(input, arguments, static (left, right) => left * right),
        ["divided_by"] = static (input, arguments, _) => Reckon(input, arguments, Divide),
        ["modulo"] = static (input, arguments, _) => Reckon(input, arguments, Remainder),
        ["abs"] = static (input, _, _) => NumberValue.Create(Math.Abs(RubyNumber.Of(input))),
        ["ceil"] = static (input, _, _) => NumberValue.Create(Whole(Math.Ceiling(RubyNumber.Of(input)))),
        ["floor"] = static (input, _, _) => NumberValue.Create(Whole(Math.Floor(RubyNumber.Of(input)))),
        ["round"] = Round,
        ["at_least"] = static (input, arguments, _) => NumberValue.Create(Math.Max(RubyNumber.Of(input), RubyNumber.Of(arguments.At(0)))),
        ["at_most"] = static (input, arguments, _) => NumberValue.Create(Math.Min(RubyNumber.Of(input), RubyNumber.Of(arguments.At(0)))),
        ["to_integer"] = static (input, _, _) => input is BooleanValue ? NumberValue.Create(input.ToBooleanValue() ? 1 : 0) : NumberValue.Create(Whole(RubyNumber.Whole(input))),
    };

    private static NumberValue Reckon(FluidValue input, FilterArguments arguments, Func<decimal, decimal, decimal> operation)
    {
        var (left, right) = (RubyNumber.Of(input), RubyNumber.Of(arguments.At(0)));
        try
        {
            var result = operation(left, right);
            return NumberValue.Create(left.Scale > 0 || right.Scale > 0 ? RubyNumber.AsFloat(result) : Whole(result));
        }
        catch (OverflowException)
        {
            throw new LiquidException(ProblemCodes.LiquidError, "The number is too large.");
        }
        catch (DivideByZeroException)
        {
            throw new LiquidException(ProblemCodes.LiquidError, "A number is divided by 0.");
        }
    }

    // Ruby rounds down: -7 / 2 is -4.
    private static decimal Divide(decimal left, decimal right) => left.Scale > 0 || right.Scale > 0 ? left / right : Math.Floor(left / right);

    private static decimal Remainder(decimal left, decimal right) => left % right is var rest && rest != 0 && rest < 0 != right < 0 ? rest + right : rest;

    private static NumberValue Round(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var number = RubyNumber.Of(input);
        var digits = RubyNumber.Narrow(RubyNumber.Of(arguments.At(0)));
        if (digits <= 0) return NumberValue.Create(Whole(Math.Round(number, MidpointRounding.AwayFromZero)));
        return NumberValue.Create(number.Scale == 0 ? number : RubyNumber.AsFloat(Math.Round(number, Math.Min(digits, 28), MidpointRounding.AwayFromZero)));
    }

    private static decimal Whole(decimal number) => Math.Truncate(number);
}

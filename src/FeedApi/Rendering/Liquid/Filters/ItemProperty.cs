using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>What filters of lists ask of each item.</summary>
internal static partial class ItemProperty
{
    /// <summary>A property by its name; nil when the item has none.</summary>
    public static FluidValue Plain(FluidValue item, string name)
    {
        if (RubyMap.Of(item) is not { } map || !map.TryGetValue(name, out var value) || value is UnknownValue) return NilValue.Instance;
        return value;
    }

    /// <summary>The property that the first argument names; the item itself when there is none.</summary>
    public static FluidValue Of(FluidValue item, FilterArguments arguments, LiquidContext context) =>
        arguments.Has(0) ? Plain(item, arguments.Text(0, context)) : item;

    /// <summary>As Jekyll's filters see it: a path with dots leads inside, and a text that looks like a number is one.</summary>
    public static FluidValue Typed(FluidValue item, string path)
    {
        var value = path.Split('.').Aggregate(item, Plain);
        if (value is not StringValue text || text.ToStringValue() is not { Length: > 0 and < 30 } written) return value;
        return NumberLike().IsMatch(written)
            && decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? NumberValue.Create(written.Contains('.', StringComparison.Ordinal) ? RubyNumber.AsFloat(number) : number)
            : value;
    }

    [GeneratedRegex(@"^\s*-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberLike();
}

using System.Text;
using FeedApi.Model;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that make lists, and what one asks of a list.</summary>
internal static class ListFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["size"] = static (input, _, context) => NumberValue.Create(SizeOf(input)),
        ["first"] = static (input, _, _) => First(input),
        ["last"] = static (input, _, _) => input is ArrayValue { Values.Count: > 0 } list ? list.Values[^1] : input is RangeValue { Count: > 0 } range ? range.At(range.Count - 1) : NilValue.Instance,
        ["join"] = Join,
        ["reverse"] = static (input, _, context) => new ArrayValue([.. Items(input, context).Reverse()]),
        ["concat"] = static (input, arguments, context) => new ArrayValue([.. Items(input, context), .. Needed(arguments.At(0)).Values]),
        ["map"] = static (input, arguments, context) => new ArrayValue([.. Items(input, context).Select(item => ItemProperty.Plain(item, arguments.Text(0, context)))]),
        ["compact"] = static (input, arguments, context) => new ArrayValue([.. Items(input, context).Where(item => ItemProperty.Of(item, arguments, context) is not BaseNilValue)]),
        ["uniq"] = Unique,
        ["push"] = static (input, arguments, _) => input is ArrayValue list ? new ArrayValue([.. list.Values, arguments.At(0)]) : input,
        ["unshift"] = static (input, arguments, _) => input is ArrayValue list ? new ArrayValue([arguments.At(0), .. list.Values]) : input,
        ["pop"] = static (input, arguments, _) => input is ArrayValue list ? new ArrayValue([.. list.Values.Take(Math.Max(0, list.Values.Count - CountOf(arguments)))]) : input,
        ["shift"] = static (input, arguments, _) => input is ArrayValue list ? new ArrayValue([.. list.Values.Skip(CountOf(arguments))]) : input,
        ["sample"] = Sample,
        ["default"] = Default,
    };

    /// <summary>The items of a list, those of lists inside among them, of a range, or the value itself; none of nil.</summary>
    public static IReadOnlyList<FluidValue> Items(FluidValue input, LiquidContext context)
    {
        if (input is ArrayValue list) return list.Values.Any(item => item is ArrayValue) ? Flat(list, context) : list.Values;
        if (input is not RangeValue range) return input is BaseNilValue ? [] : [input];
        LiquidBudgetException.ThrowIfTooMany(range.Count);
        context.Spend(range.Count);
        return [.. Enumerable.Range(0, (int)range.Count).Select(index => range.At(index))];
    }

    private static List<FluidValue> Flat(ArrayValue list, LiquidContext context)
    {
        List<FluidValue> items = [];
        Add(items, list, context, 0);
        return items;
    }

    private static void Add(List<FluidValue> items, ArrayValue list, LiquidContext context, int depth)
    {
        LiquidBudgetException.ThrowIfTooDeep(depth);
        LiquidBudgetException.ThrowIfTooMany(items.Count);
        foreach (var item in list.Values)
        {
            context.Spend(1);
            if (item is ArrayValue inner) Add(items, inner, context, depth + 1);
            else items.Add(item);
        }
    }

    private static FluidValue First(FluidValue input)
    {
        if (input is ArrayValue { Values.Count: > 0 } list) return list.Values[0];
        if (input is RangeValue { Count: > 0 } range) return range.At(0);
        return RubyMap.Of(input) is { Count: > 0 } map ? RubyMap.Pair(map, map.Keys.First()) : NilValue.Instance;
    }

    // Ruby says of a number how many bytes it takes.
    private static long SizeOf(FluidValue input) => input switch
    {
        StringValue text => RubyString.Length(text.ToStringValue()),
        ArrayValue list => list.Values.Count,
        RangeValue range => range.Count,
        NumberValue number when number.ToNumberValue().Scale == 0 => 8,
        _ => RubyMap.Of(input)?.Count ?? 0,
    };

    private static StringValue Join(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var text = new StringBuilder();
        RubyText.Join(text, new ArrayValue(Items(input, context)), arguments.Count > 0 ? arguments.Text(0, context) : " ", context, 0);
        return new StringValue(text.ToString());
    }

    private static ArrayValue Needed(FluidValue list) =>
        list as ArrayValue ?? throw new LiquidException(ProblemCodes.LiquidError, "concat needs a list.");

    private static ArrayValue Unique(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new ArrayValue([.. Items(input, context).Where(item => seen.Add(RubyText.Inspect(ItemProperty.Of(item, arguments, context), context)))]);
    }

    private static int CountOf(FilterArguments arguments) => arguments.Count > 0 ? Math.Max(0, RubyNumber.Needed(arguments.At(0))) : 1;

    // Not by chance: a post renders the same every time. The choice depends on how many there are to choose from.
    private static FluidValue Sample(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (input is not ArrayValue list) return input;
        var count = arguments.Count > 0 ? CountOf(arguments) : 1;
        if (list.Values.Count == 0) return count == 1 ? NilValue.Instance : ArrayValue.Empty;
        return count == 1 ? list.Values[list.Values.Count / 2] : new ArrayValue([.. list.Values.Take(count)]);
    }

    private static FluidValue Default(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var allowsFalse = RubyCompare.IsTrue(arguments["allow_false"]);
        var isMissing = allowsFalse ? input is BaseNilValue : !RubyCompare.IsTrue(input);
        return isMissing || input is EmptyValue or BlankValue || RubyCompare.IsEmpty(input) ? (arguments.Count > 0 ? arguments.At(0) : StringValue.Empty) : input;
    }
}

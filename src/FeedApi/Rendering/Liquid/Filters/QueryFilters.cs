using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that choose, order and group the items of a list.</summary>
internal static class QueryFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["where"] = static (input, arguments, context) => CanCompare(input, arguments) ? new ArrayValue([.. Equal(input, arguments, context)]) : input,
        ["find"] = static (input, arguments, context) => CanCompare(input, arguments) ? Equal(input, arguments, context).FirstOrDefault(NilValue.Instance) : input,
        ["where_exp"] = static (input, arguments, context) => IsList(input) ? new ArrayValue([.. Holding(input, arguments, context)]) : input,
        ["find_exp"] = static (input, arguments, context) => IsList(input) ? Holding(input, arguments, context).FirstOrDefault(NilValue.Instance) : input,
        ["group_by"] = static (input, arguments, context) => IsList(input)
            ? Grouped(input, item => RubyText.Of(ItemProperty.Typed(item, arguments.Text(0, context)), context), context) : input,
        ["group_by_exp"] = GroupByExpression,
        ["sort"] = Sort,
        ["sort_natural"] = static (input, arguments, context) => new ArrayValue(Ordered(ListFilters.Items(input, context), item => ItemProperty.Of(item, arguments, context), Naturally(context), context)),
    };

    private static bool IsList(FluidValue input) => input is ArrayValue or DictionaryValue or RangeValue;

    private static bool CanCompare(FluidValue input, FilterArguments arguments) => IsList(input) && arguments.Has(0) && arguments.At(1) is not (ArrayValue or DictionaryValue);

    // A mapping stands for its values.
    private static IEnumerable<FluidValue> ItemsOf(FluidValue input, LiquidContext context)
    {
        var items = RubyMap.Of(input) is { } map ? map.Keys.Select(key => map.TryGetValue(key, out var value) ? value : NilValue.Instance)
            : input is ArrayValue list ? list.Values : ListFilters.Items(input, context);
        foreach (var item in items)
        {
            context.Spend(1);
            yield return item;
        }
    }

    private static IEnumerable<FluidValue> Equal(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var (property, target) = (arguments.Text(0, context), arguments.At(1));
        return ItemsOf(input, context).Where(item => IsEqual(ItemProperty.Typed(item, property), target, context));
    }

    private static bool IsEqual(FluidValue value, FluidValue target, LiquidContext context)
    {
        if (target is BaseNilValue) return value is BaseNilValue;
        var text = RubyText.Of(target, context);
        if (target is EmptyValue or BlankValue) return RubyText.Output(value, context).Length == 0;
        if (value is StringValue) return string.Equals(value.ToStringValue(), text, StringComparison.Ordinal);
        return ListFilters.Items(value, context).Any(item => string.Equals(RubyText.Of(item, context), text, StringComparison.Ordinal));
    }

    private static IEnumerable<FluidValue> Holding(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (!new MarkupParser(arguments.Text(1, context)).TryCondition(out var condition))
            throw new LiquidException(ProblemCodes.LiquidError, $"{MessageText.Shorten(arguments.Text(1, context))} is not a condition.");
        foreach (var (item, holds) in Each(input, arguments, condition.Holds, context))
        {
            if (holds) yield return item;
        }
    }

    private static FluidValue GroupByExpression(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (!IsList(input)) return input;
        var expression = MarkupParser.Filtered(arguments.Text(1, context));
        var keys = Each(input, arguments, inner => RubyText.Of(expression.Evaluate(inner), inner), context).ToArray();
        return Grouped(keys, context);
    }

    // With the named variable set to each item in turn.
    private static IEnumerable<(FluidValue Item, T Result)> Each<T>(FluidValue input, FilterArguments arguments, Func<LiquidContext, T> ask, LiquidContext context)
    {
        var scope = context.EnterScope();
        try
        {
            var variable = arguments.Text(0, context);
            foreach (var item in ItemsOf(input, context))
            {
                scope[variable] = item;
                yield return (item, ask(context));
            }
        }
        finally
        {
            context.LeaveScope();
        }
    }

    private static ArrayValue Grouped(FluidValue input, Func<FluidValue, string> keyOf, LiquidContext context) =>
        Grouped([.. ItemsOf(input, context).Select(item => (item, keyOf(item)))], context);

    private static ArrayValue Grouped((FluidValue Item, string Key)[] items, LiquidContext context)
    {
        context.Spend(items.Length);
        return new ArrayValue([.. items.GroupBy(item => item.Key, StringComparer.Ordinal).Select(group => RubyMap.From(
            ("name", new StringValue(group.Key)), ("items", new ArrayValue([.. group.Select(item => item.Item)])), ("size", NumberValue.Create(group.Count()))))]);
    }

    private static FluidValue Sort(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (input is BaseNilValue) throw new LiquidException(ProblemCodes.LiquidError, "Nothing cannot be sorted.");
        if (!IsList(input)) return input;
        if (!arguments.Has(0)) return new ArrayValue(Ordered([.. ItemsOf(input, context)], item => item, Jekyll(-1, context), context));
        var nils = arguments.Has(1) ? arguments.Text(1, context) : "first";
        if (nils is not ("first" or "last")) throw new LiquidException(ProblemCodes.LiquidError, $"{MessageText.Shorten(nils)} is no place for nil; use first or last.");
        return new ArrayValue(Ordered([.. ItemsOf(input, context)], item => ItemProperty.Typed(item, arguments.Text(0, context)), Jekyll(nils == "first" ? -1 : 1, context), context));
    }

    private static FluidValue[] Ordered(IReadOnlyList<FluidValue> items, Func<FluidValue, FluidValue> keyOf, Comparison<FluidValue> order, LiquidContext context)
    {
        // 17: the comparisons for each of 100,000 items.
        context.Spend(items.Count * 17L);
        return [.. items.OrderBy(keyOf, Comparer<FluidValue>.Create(order))];
    }

    private static Comparison<FluidValue> Jekyll(int nilSide, LiquidContext context) => (left, right) => (left, right) switch
    {
        (BaseNilValue, BaseNilValue) => 0,
        (BaseNilValue, _) => nilSide,
        (_, BaseNilValue) => -nilSide,
        _ => RubyCompare.Order(left, right, context) ?? string.CompareOrdinal(RubyText.Of(left, context), RubyText.Of(right, context)),
    };

    private static Comparison<FluidValue> Naturally(LiquidContext context) => (left, right) => (left, right) switch
    {
        (BaseNilValue, BaseNilValue) => 0,
        (BaseNilValue, _) => 1,
        (_, BaseNilValue) => -1,
        _ => string.Compare(RubyText.Of(left, context), RubyText.Of(right, context), StringComparison.OrdinalIgnoreCase),
    };
}

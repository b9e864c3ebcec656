using FeedApi.Content;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that choose, order and group the items of a list, or the values of a mapping.</summary>
internal static class QueryFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["where"] = (input, arguments, context) => IsList(input) ? new ArrayValue([.. Equal(input, arguments, context)]) : input,
        ["find"] = (input, arguments, context) => IsList(input) ? Equal(input, arguments, context).FirstOrDefault(NilValue.Instance) : input,
        ["where_exp"] = (input, arguments, context) => IsList(input) ? new ArrayValue([.. Holding(input, arguments, context)]) : input,
        ["find_exp"] = (input, arguments, context) => IsList(input) ? Holding(input, arguments, context).FirstOrDefault(NilValue.Instance) : input,
        ["group_by"] = (input, arguments, context) => IsList(input)
            ? Grouped(ItemsOf(input, context).Select(item => (item, Typed(item, arguments.Text(0, context)))), context) : input,
        ["group_by_exp"] = (input, arguments, context) => IsList(input) ? Grouped(Each(input, arguments, context), context) : input,
        ["sort"] = Sort,
        ["sort_natural"] = (input, arguments, context) => Ordered(
            ListFilters.Items(input), item => ListFilters.PropertyOf(item, arguments, context), nilSide: 1, StringComparison.OrdinalIgnoreCase, context),
    };

    private static bool IsList(FluidValue input) => input is ArrayValue or DictionaryValue;

    private static IEnumerable<FluidValue> ItemsOf(FluidValue input, LiquidContext context)
    {
        foreach (var item in ValueMap.Of(input) is { } map ? map.Keys.Select(map.At) : ((ArrayValue)input).Values)
        {
            context.Spend(1);
            yield return item;
        }
    }

    // As Jekyll's filters see it: a path with dots leads inside, and a text that looks like a number is one.
    private static FluidValue Typed(FluidValue item, string path)
    {
        var value = path.Split('.').Aggregate(item, ListFilters.Property);
        return value is StringValue && decimal.TryParse(value.ToStringValue(), RubyText.NumberStyle, null, out var number) ? NumberValue.Create(number) : value;
    }

    private static IEnumerable<FluidValue> Equal(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var (property, target, text) = (arguments.Text(0, context), arguments.At(1), arguments.Text(1, context));
        return ItemsOf(input, context).Where(item => Typed(item, property) is var value && target switch
        {
            BaseNilValue => value is BaseNilValue,
            EmptyValue or BlankValue => RubyText.Output(value, context).Length == 0,
            _ => ListFilters.Items(value).Any(each => RubyText.Of(each, context) == text),
        });
    }

    private static IEnumerable<FluidValue> Holding(FluidValue input, FilterArguments arguments, LiquidContext context) =>
        Each(input, arguments, context).Where(pair => pair.Result.ToBooleanValue()).Select(pair => pair.Item);

    // With the named variable set to each item in turn.
    private static IEnumerable<(FluidValue Item, FluidValue Result)> Each(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var (variable, written) = (arguments.Text(0, context), arguments.Text(1, context));
        context.Spend(written.Length);
        var expression = LiquidParser.ParseExpression(written) ?? throw new LiquidException(ProblemCodes.LiquidError, $"{FieldReader.Shorten(written)} is not an expression.");
        var outer = context.GetValue(variable);
        try
        {
            foreach (var item in ItemsOf(input, context))
            {
                context.SetValue(variable, item);
                yield return (item, expression.Value(context));
            }
        }
        finally
        {
            context.SetValue(variable, outer);
        }
    }

    private static ArrayValue Grouped(IEnumerable<(FluidValue Item, FluidValue Key)> items, LiquidContext context) =>
        new([.. items.GroupBy(pair => RubyText.Of(pair.Key, context), pair => pair.Item).Select(group => ValueMap.From(
            ("name", new StringValue(group.Key)), ("items", new ArrayValue([.. group])), ("size", NumberValue.Create(group.Count()))))]);

    private static FluidValue Sort(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (!IsList(input)) return input is BaseNilValue ? throw new LiquidException(ProblemCodes.LiquidError, "Nothing cannot be sorted.") : input;
        var nilSide = arguments.Text(1, context) == "last" ? 1 : -1;
        return Ordered([.. ItemsOf(input, context)], item => arguments.Count > 0 ? Typed(item, arguments.Text(0, context)) : item, nilSide, StringComparison.Ordinal, context);
    }

    private static ArrayValue Ordered(
        IReadOnlyList<FluidValue> items, Func<FluidValue, FluidValue> keyOf, int nilSide, StringComparison comparison, LiquidContext context)
    {
        // 17: the comparisons for each of 100,000 items.
        context.Spend(items.Count * 17L);
        return new([.. items.OrderBy(keyOf, Comparer<FluidValue>.Create((left, right) => (left, right) switch
        {
            (BaseNilValue, _) or (_, BaseNilValue) => (left is BaseNilValue ? nilSide : 0) - (right is BaseNilValue ? nilSide : 0),
            (StringValue, StringValue) => string.Compare(left.ToStringValue(), right.ToStringValue(), comparison),
            _ => RubyCompare.Order(left, right) ?? string.Compare(RubyText.Of(left, context), RubyText.Of(right, context), comparison),
        }))]);
    }
}

using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Filters;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that make lists, and what one asks of a list.</summary>
internal static class ListFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["size"] = (input, _, context) => input is StringValue or ArrayValue or DictionaryValue ? Own(ArrayFilters.Size)(input, FilterArguments.Empty, context) : NumberValue.Zero,
        ["first"] = (input, _, context) => input is StringValue ? NilValue.Instance : ValueMap.ItemsOf(input, context).FirstOrDefault(NilValue.Instance),
        ["last"] = (input, _, _) => input is ArrayValue { Values: [.., var last] } ? last : NilValue.Instance,
        ["join"] = (input, arguments, context) => new StringValue(RubyText.Join(Items(input), arguments.Count > 0 ? arguments.Text(0, context) : " ", context)),
        ["reverse"] = (input, _, context) => new ArrayValue([.. Items(input).Reverse()]),
        ["concat"] = (input, arguments, context) => new ArrayValue([.. Items(input), .. Items(arguments.At(0))]),
        ["map"] = (input, arguments, context) => new ArrayValue([.. Items(input).Select(item => PropertyOf(item, arguments, context))]),
        ["compact"] = (input, arguments, context) => new ArrayValue([.. Items(input).Where(item => PropertyOf(item, arguments, context) is not BaseNilValue)]),
        ["uniq"] = (input, arguments, context) => new ArrayValue([.. Items(input).DistinctBy(item => NestedText.Inspect(PropertyOf(item, arguments, context), context))]),
        ["push"] = (input, arguments, _) => input is ArrayValue list ? new ArrayValue([.. list.Values, arguments.At(0)]) : input,
        ["unshift"] = (input, arguments, _) => input is ArrayValue list ? new ArrayValue([arguments.At(0), .. list.Values]) : input,
        ["pop"] = (input, arguments, _) => input is ArrayValue list ? new ArrayValue([.. list.Values.SkipLast(CountOf(arguments))]) : input,
        ["shift"] = (input, arguments, _) => input is ArrayValue list ? new ArrayValue([.. list.Values.Skip(CountOf(arguments))]) : input,
        ["sample"] = Sample,
        ["default"] = (input, arguments, context) => ValueMap.Of(input) is { Count: 0 } ? arguments.At(0) : Own(MiscFilters.Default)(input, arguments, context),
        ["array_to_sentence_string"] = Sentence,
    };

    /// <summary>The items of a list, or the value itself; none of nil.</summary>
    public static IReadOnlyList<FluidValue> Items(FluidValue input) => input is ArrayValue list ? list.Values : input is BaseNilValue ? [] : [input];

    /// <summary>A property by its name; nil when the item has none.</summary>
    public static FluidValue Property(FluidValue item, string name) => ValueMap.Of(item)?.At(name) ?? NilValue.Instance;

    /// <summary>The property that the first argument names; the item itself when there is none.</summary>
    public static FluidValue PropertyOf(FluidValue item, FilterArguments arguments, LiquidContext context) =>
        arguments.At(0) is BaseNilValue ? item : Property(item, arguments.Text(0, context));

    private static int CountOf(FilterArguments arguments) => arguments.Count > 0 ? RubyText.Whole(arguments.At(0)) : 1;

    // Not by chance: a post renders the same every time. The choice depends on how many there are to choose from.
    private static FluidValue Sample(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (input is not ArrayValue { Values: var items }) return input;
        return CountOf(arguments) is > 1 and var count ? new ArrayValue([.. items.Take(count)]) : items.ElementAtOrDefault(items.Count / 2) ?? NilValue.Instance;
    }

    private static StringValue Sentence(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var (items, word) = (Items(input), arguments.Count > 0 ? arguments.Text(0, context) : "and");
        if (items.Count < 2) return new StringValue(RubyText.Join(items, "", context));
        var (start, last) = (RubyText.Join(items.SkipLast(1), ", ", context), RubyText.Output(items[^1], context));
        return new StringValue(items.Count == 2 ? $"{start} {word} {last}" : $"{start}, {word} {last}");
    }
}

using FeedApi.Rendering.Liquid.Values;
using Fluid.Filters;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that make or query lists.</summary>
internal static class ListFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["size"] = call => call.Input is StringValue or ArrayValue or DictionaryValue ? Own(ArrayFilters.Size)(call) : NumberValue.Zero,
        ["first"] = call => (call.Input is StringValue ? [] : ValueMap.ItemsOf(call.Input, call.Context)).FirstOrDefault(NilValue.Instance),
        ["last"] = call => call.Input is ArrayValue { Values: [.., var last] } ? last : NilValue.Instance,
        ["join"] = call => new StringValue(RubyText.Join(call.Items, call.TextAt(0, " "), call.Context)),
        ["reverse"] = call => new ArrayValue([.. call.Items.Reverse()]),
        ["concat"] = call => new ArrayValue([.. call.Items, .. (call with { Input = call.At(0) }).Items]),
        ["map"] = call => new ArrayValue([.. call.Items.Select(call.PropertyOf)]),
        ["compact"] = call => new ArrayValue([.. call.Items.Where(item => call.PropertyOf(item) is not BaseNilValue)]),
        ["uniq"] = call => new ArrayValue([.. call.Items.DistinctBy(item => NestedText.Inspect(call.PropertyOf(item), call.Context))]),
        ["push"] = call => call.Input is ArrayValue list ? new ArrayValue([.. list.Values, call.At(0)]) : call.Input,
        ["unshift"] = call => call.Input is ArrayValue list ? new ArrayValue([call.At(0), .. list.Values]) : call.Input,
        ["pop"] = call => call.Input is ArrayValue list ? new ArrayValue([.. list.Values.SkipLast(call.WholeAt(0, 1))]) : call.Input,
        ["shift"] = call => call.Input is ArrayValue list ? new ArrayValue([.. list.Values.Skip(call.WholeAt(0, 1))]) : call.Input,
        ["sample"] = call => call.Input is ArrayValue list ? Sample(list.Values, call.WholeAt(0, 1)) : call.Input,
        ["default"] = call => ValueMap.Of(call.Input) is { Count: 0 } ? call.At(0) : Own(MiscFilters.Default)(call),
        ["array_to_sentence_string"] = call => new StringValue(Sentence(call, call.TextAt(0, "and"))),
    };

    // Not random: a post renders the same every time.
    private static FluidValue Sample(IReadOnlyList<FluidValue> items, int count) =>
        count > 1 ? new ArrayValue([.. items.Take(count)]) : items.ElementAtOrDefault(items.Count / 2) ?? NilValue.Instance;

    private static string Sentence(FilterCall call, string word)
    {
        var items = call.Items;
        if (items.Count < 2) return RubyText.Join(items, "", call.Context);
        var (start, last) = (RubyText.Join(items.SkipLast(1), ", ", call.Context), RubyText.Output(items[^1], call.Context));
        return items.Count == 2 ? $"{start} {word} {last}" : $"{start}, {word} {last}";
    }
}

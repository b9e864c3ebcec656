using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Makes a value of another one.</summary>
internal delegate FluidValue LiquidFilter(FilterCall call);

/// <summary>The filters of Liquid 4 and of Jekyll 4.3, by name: Fluid's own where they agree with Ruby's.</summary>
internal static class LiquidFilters
{
    private static readonly Dictionary<string, LiquidFilter> All =
        new[] { TextFilters.All, EncodingFilters.All, NumberFilters.All, ListFilters.All, QueryFilters.All }
            .SelectMany(filters => filters).ToDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static bool IsKnown(string name) => All.ContainsKey(name);

    /// <summary>Replaces the filters of Fluid. What they read and make is counted.</summary>
    public static TemplateOptions AddTo(TemplateOptions options)
    {
        options.Filters.Clear();
        foreach (var (name, filter) in All)
            options.Filters.AddFilter(name, (input, given, context) => new(Apply(filter, new(input, given, (LiquidContext)context))));
        return options;
    }

    public static LiquidFilter Own(FilterDelegate filter) => call => filter(call.Input, call.Arguments, call.Context).Ready();

    /// <summary>A filter of Fluid that sees the input and the arguments as the texts that Ruby makes of them.</summary>
    public static LiquidFilter OwnOfTexts(FilterDelegate filter) => call =>
    {
        var arguments = Enumerable.Range(0, call.Arguments.Count).Select(index => new StringValue(call.TextAt(index)));
        var made = filter(new StringValue(call.Text), new FilterArguments([.. arguments]), call.Context).Ready().ToStringValue();
        // Fluid may cut an emoji in two halves, or decode to what XML has no place for.
        return new StringValue(XmlText.Clean(made));
    };

    public static LiquidFilter OfText(Func<string, string> make) => call => new StringValue(make(call.Text));

    private static FluidValue Apply(LiquidFilter filter, FilterCall call)
    {
        call.Context.SpendFor(call.Input);
        for (var i = 0; i < call.Arguments.Count; i++) call.Context.SpendFor(call.At(i));
        var made = filter(call);
        call.Context.SpendFor(made);
        return made;
    }
}

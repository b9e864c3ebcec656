using FeedApi.Content;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Makes a value of another one.</summary>
internal delegate FluidValue LiquidFilter(FluidValue input, FilterArguments arguments, LiquidContext context);

/// <summary>The filters of Liquid 4 and of Jekyll 4.3, by name: Fluid's own where they agree with Ruby's.</summary>
internal static class LiquidFilters
{
    private static readonly Dictionary<string, LiquidFilter> All = new[] { TextFilters.All, EncodingFilters.All, NumberFilters.All, ListFilters.All, QueryFilters.All }
        .SelectMany(filters => filters).ToDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static bool IsKnown(string name) => All.ContainsKey(name);

    /// <summary>Replaces the filters of Fluid. What they read and make is counted.</summary>
    public static TemplateOptions AddTo(TemplateOptions options)
    {
        options.Filters.Clear();
        foreach (var (name, filter) in All)
            options.Filters.AddFilter(name, (input, arguments, context) => new(Apply(filter, input, arguments, (LiquidContext)context)));
        return options;
    }

    /// <summary>A filter of Fluid as it is.</summary>
    public static LiquidFilter Own(FilterDelegate filter) => (input, arguments, context) => filter(input, arguments, context).Ready();

    /// <summary>A filter of Fluid that sees the input and the arguments as the texts that Ruby makes of them.</summary>
    public static LiquidFilter OwnOfTexts(FilterDelegate filter) => (input, arguments, context) =>
    {
        FluidValue[] texts = [.. Enumerable.Range(0, arguments.Count).Select(index => new StringValue(arguments.Text(index, context)))];
        return filter(new StringValue(RubyText.Of(input, context)), new FilterArguments(texts), context).Ready();
    };

    /// <summary>The same, which may cut a letter in two halves.</summary>
    public static LiquidFilter CleanOf(FilterDelegate filter) =>
        (input, arguments, context) => new StringValue(XmlText.Clean(OwnOfTexts(filter)(input, arguments, context).ToStringValue()));

    /// <summary>A filter that makes a text of a text.</summary>
    public static LiquidFilter OfText(Func<string, string> make) => (input, _, context) => new StringValue(make(RubyText.Of(input, context)));

    /// <summary>The same, that keeps nil.</summary>
    public static LiquidFilter OfTextOrNil(Func<string, string> make) => (input, _, context) => input is BaseNilValue ? input : new StringValue(make(RubyText.Of(input, context)));

    /// <summary>An argument as text.</summary>
    public static string Text(this FilterArguments arguments, int index, LiquidContext context) => RubyText.Of(arguments.At(index), context);

    private static FluidValue Apply(LiquidFilter filter, FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        context.SpendFor(input);
        for (var i = 0; i < arguments.Count; i++) context.SpendFor(arguments.At(i));
        var made = filter(input, arguments, context);
        context.SpendFor(made);
        return made;
    }
}

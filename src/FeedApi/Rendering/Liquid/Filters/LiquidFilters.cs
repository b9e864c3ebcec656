using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Parsing;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Makes a value from its input.</summary>
internal delegate FluidValue LiquidFilter(FilterCall call);

/// <summary>The filters of Liquid 4 and Jekyll 4.3, by name: Fluid's own where they agree with Ruby's.</summary>
internal static class LiquidFilters
{
    private static readonly Dictionary<string, LiquidFilter> All =
        new[] { TextFilters.All, EncodingFilters.All, NumberFilters.All, ListFilters.All, QueryFilters.All }
            .SelectMany(filters => filters).ToDictionary(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Replaces the filters of Fluid. Their input and output are charged to the budget.</summary>
    public static TemplateOptions AddTo(TemplateOptions options)
    {
        options.Filters.Clear();
        foreach (var (name, filter) in All)
            options.Filters.AddFilter(name, (input, given, context) => new(Apply(filter, new(input, given, (LiquidContext)context))));
        return options;
    }

    public static LiquidFilter Own(FilterDelegate filter) => call => filter(call.Input, call.Arguments, call.Context).Ready();

    /// <summary>A filter of Fluid whose input and arguments are converted to text as in Ruby.</summary>
    public static LiquidFilter OwnOfTexts(FilterDelegate filter) => call =>
    {
        var arguments = Enumerable.Range(0, call.Arguments.Count).Select(index => new StringValue(call.TextAt(index)));
        var made = filter(new StringValue(call.Text), new FilterArguments([.. arguments]), call.Context).Ready().ToStringValue();
        // Fluid may split a surrogate pair, or decode to characters that XML forbids.
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

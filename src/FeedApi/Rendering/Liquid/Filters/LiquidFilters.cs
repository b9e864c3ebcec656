using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Makes a value of another one.</summary>
internal delegate FluidValue LiquidFilter(FluidValue input, FilterArguments arguments, LiquidContext context);

/// <summary>The filters of Liquid and of Jekyll, with Ruby's results and no others: Fluid's own are left out.</summary>
internal static class LiquidFilters
{
    /// <summary>Fills a collection of Fluid.</summary>
    public static void AddTo(FilterCollection filters)
    {
        filters.Clear();
        foreach (var (name, filter) in TextFilters.All.Concat(EncodingFilters.All).Concat(MarkupFilters.All).Concat(WordFilters.All)
            .Concat(NumberFilters.All).Concat(DateFilters.All).Concat(ListFilters.All).Concat(QueryFilters.All).Concat(AddressFilters.All))
            filters.AddFilter(name, (input, arguments, context) => new ValueTask<FluidValue>(filter(input, arguments, (LiquidContext)context)));
    }

    /// <summary>The input as text; its length is paid for.</summary>
    public static string Text(FluidValue input, LiquidContext context)
    {
        var text = Values.RubyText.Of(input, context);
        context.SpendText(text.Length);
        return text;
    }

    /// <summary>The input as text that is looked at char by char, which costs more.</summary>
    public static string SlowText(FluidValue input, LiquidContext context)
    {
        var text = Text(input, context);
        context.Spend((long)text.Length * LiquidLimits.SlowStepsPerChar);
        return text;
    }

    /// <summary>An argument as text.</summary>
    public static string Text(this FilterArguments arguments, int index, LiquidContext context) => Text(arguments.At(index), context);

    /// <summary>True when there is an argument.</summary>
    public static bool Has(this FilterArguments arguments, int index) => index < arguments.Count && arguments.At(index) is not BaseNilValue;
}

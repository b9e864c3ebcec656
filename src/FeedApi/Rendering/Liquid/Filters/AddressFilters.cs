using FeedApi.Content.Jekyll;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that make addresses.</summary>
internal static class AddressFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["relative_url"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(AddressText.Relative(Of(input, context), context.Site)),
        ["absolute_url"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(AddressText.Absolute(Of(input, context), context.Site)),
        ["strip_index"] = static (input, _, context) => input is BaseNilValue ? input : new StringValue(WithoutIndex(Text(input, context))),
        ["slugify"] = static (input, arguments, context) => input is BaseNilValue ? input
            : new StringValue(JekyllSlug.Of(SlowText(input, context), arguments.Has(0) ? arguments.Text(0, context) : "default")),
    };

    // A post or page stands for its address.
    private static string Of(FluidValue input, LiquidContext context) =>
        Text(RubyMap.Of(input) is { } map && map.TryGetValue("url", out var address) ? address : input, context);

    private static string WithoutIndex(string address)
    {
        foreach (var ending in new[] { "/index.html", "/index.htm" })
        {
            if (address.EndsWith(ending, StringComparison.Ordinal)) return address[..^(ending.Length - 1)];
        }

        return address;
    }
}

using FeedApi.Model;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that make markup or take it away.</summary>
internal static class MarkupFilters
{
    private const int StepsPerCall = 1_000;

    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["markdownify"] = static (input, _, context) => new StringValue(Markdown(Text(input, context), context)),
        ["smartify"] = static (input, _, context) => new StringValue(SmartText.Of(SlowText(input, context))),
        ["strip_html"] = static (input, _, context) => new StringValue(HtmlText.Without(Text(input, context))),
    };

    private static string Markdown(string text, LiquidContext context)
    {
        context.Spend(StepsPerCall + ((long)text.Length * LiquidLimits.MarkdownStepsPerChar));
        try
        {
            return context.Files.Markdown(text);
        }
        catch (RenderingException refusal)
        {
            throw new LiquidException(ProblemCodes.LiquidError, refusal.Message);
        }
    }
}

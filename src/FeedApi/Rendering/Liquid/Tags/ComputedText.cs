using FeedApi.Rendering.Liquid.Parsing;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>A text in a tag that may hold outputs.</summary>
internal sealed class ComputedText(string text)
{
    private readonly LiquidTemplate? template = LiquidParser.HasLiquid(text) ? LiquidParser.Parse(text) : null;

    public string Render(LiquidContext context) => template?.Render(context).Trim() ?? text;
}

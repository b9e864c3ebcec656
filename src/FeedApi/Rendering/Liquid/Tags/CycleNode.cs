using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% cycle "a", "b" %}</c>: the next of some values, each time. Cycles with the same values, or the same name, go on from one another.</summary>
internal sealed class CycleNode(LiquidExpression? name, string key, IReadOnlyList<LiquidExpression> values, int line) : LiquidLeaf(line)
{
    /// <summary>Reads the tag.</summary>
    public static CycleNode Read(LiquidParser parser, LiquidTag tag)
    {
        var markup = tag.Markup;
        LiquidExpression? name = null;
        if (LaxMarkup.First(markup) is { } first && markup.StartsWith(first, StringComparison.Ordinal)
            && (first.EndsWith(':') || markup[first.Length..].TrimStart().StartsWith(':')))
        {
            name = ExpressionText.Read(first.TrimEnd(':'));
            markup = markup[(markup.IndexOf(':', first.Length - (first.EndsWith(':') ? 1 : 0)) + 1)..];
        }

        LiquidExpression[] values = [.. markup.Split(',').Select(LaxMarkup.First).OfType<string>().Select(ExpressionText.Read)];
        if (values.Length == 0) throw new LiquidSyntaxException("cycle has no values.", tag.Line);
        return new CycleNode(name, "\n" + markup, values, tag.Line);
    }

    /// <inheritdoc/>
    protected override void Render(TextWriter output, LiquidContext context)
    {
        var cycle = name is null ? key : RubyText.Of(name.Evaluate(context), context);
        var place = context.Cycles.GetValueOrDefault(cycle);
        if (place < values.Count) output.Write(RubyText.Output(values[place].Evaluate(context), context));
        context.Cycles[cycle] = place + 1 >= values.Count ? 0 : place + 1;
    }
}

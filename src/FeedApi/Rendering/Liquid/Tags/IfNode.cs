using FeedApi.Rendering.Liquid.Parsing;
using Fluid.Ast;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary><c>{% if %}</c> and <c>{% unless %}</c> with their <c>elsif</c> and <c>else</c>.</summary>
internal sealed class IfNode : LiquidNode
{
    private readonly List<(LiquidCondition? Condition, LiquidBody Body)> parts;
    private readonly bool isUnless;

    private IfNode(List<(LiquidCondition?, LiquidBody)> parts, bool isUnless, int line)
        : base(line)
    {
        this.isUnless = isUnless;
        IsBlank = parts.TrueForAll(part => part.Item2.IsBlank);
        this.parts = IsBlank ? parts.ConvertAll(part => (part.Item1, part.Item2.WithoutText())) : parts;
    }

    /// <inheritdoc/>
    public override bool IsBlank { get; }

    /// <summary>Reads the tag.</summary>
    public static IfNode Read(LiquidParser parser, LiquidTag tag)
    {
        List<(LiquidCondition?, LiquidBody)> parts = [];
        var part = tag;
        while (!LiquidParser.IsEnd(part.Name, tag.Name))
        {
            var condition = part.Name == "else" ? null
                : MarkupParser.Condition(part.Markup) ?? throw new LiquidSyntaxException($"{part.Name} has no condition.", part.Line);
            parts.Add((condition, parser.ReadBody(tag.Name, out part, "elsif", "else")));
        }

        return new IfNode(parts, tag.Name == "unless", tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var (condition, body) = parts[i];
            if (condition is null || condition.Holds(context) != (isUnless && i == 0)) return body.Write(output, context);
        }

        return Completion.Normal;
    }
}

/// <summary><c>{% case %}</c> with its <c>when</c> and <c>else</c>. As in Ruby every <c>when</c> that fits is written.</summary>
internal sealed class CaseNode : LiquidNode
{
    private readonly LiquidExpression value;
    private readonly List<(IReadOnlyList<LiquidExpression>? Values, LiquidBody Body)> parts;

    private CaseNode(LiquidExpression value, List<(IReadOnlyList<LiquidExpression>?, LiquidBody)> parts, int line)
        : base(line)
    {
        this.value = value;
        IsBlank = parts.TrueForAll(part => part.Item2.IsBlank);
        this.parts = IsBlank ? parts.ConvertAll(part => (part.Item1, part.Item2.WithoutText())) : parts;
    }

    /// <inheritdoc/>
    public override bool IsBlank { get; }

    /// <summary>Reads the tag. What stands before the first <c>when</c> is passed over.</summary>
    public static CaseNode Read(LiquidParser parser, LiquidTag tag)
    {
        if (LaxMarkup.First(tag.Markup) is not { } written) throw new LiquidSyntaxException("case has no value.", tag.Line);
        List<(IReadOnlyList<LiquidExpression>?, LiquidBody)> parts = [];
        parser.ReadBody("case", out var part, "when", "else");
        while (!LiquidParser.IsEnd(part.Name, "case"))
        {
            var values = part.Name == "when" ? ValuesOf(part) : null;
            parts.Add((values, parser.ReadBody("case", out part, "when", "else")));
        }

        return new CaseNode(ExpressionText.Read(written), parts, tag.Line);
    }

    /// <inheritdoc/>
    public override Completion Write(TextWriter output, LiquidContext context)
    {
        var left = value.Evaluate(context);
        var isDone = false;
        foreach (var (values, body) in parts)
        {
            var times = values is null ? (isDone ? 0 : 1) : values.Count(each => LiquidCondition.AreEqual(left, each.Evaluate(context), context));
            if (values is not null && times > 0) isDone = true;
            for (; times > 0; times--)
            {
                if (body.Write(output, context) is var completion and not Completion.Normal) return completion;
            }
        }

        return Completion.Normal;
    }

    private static List<LiquidExpression> ValuesOf(LiquidTag part)
    {
        List<LiquidExpression> values = [];
        foreach (var written in LaxMarkup.Alternatives(part.Markup)) values.Add(ExpressionText.Read(written));
        return values.Count > 0 ? values : throw new LiquidSyntaxException("when has no value.", part.Line);
    }
}

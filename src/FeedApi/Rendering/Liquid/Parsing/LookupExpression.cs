using FeedApi.Model;
using FeedApi.Rendering.Liquid.Tags;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>A lookup such as <c>page.title</c> or <c>site.data["a"][0]</c>; reading an unknown value reports the reason.</summary>
/// <remarks>In Fluid a mapping's size hides its key <c>size</c>, -1 is not an index, and a loop has no access to the outer loop.</remarks>
internal sealed class LookupExpression(IReadOnlyList<MemberSegment> segments) : Expression
{
    public string Name { get; } = string.Join('.', segments.Select(segment => segment is IdentifierSegment name ? name.Identifier : "[]"));

    /// <summary>The same expression with Ruby's lookups and a range within bounds.</summary>
    public static Expression Adapt(Expression expression) => expression switch
    {
        MemberExpression member => new LookupExpression(member.Segments),
        RangeExpression range => LiquidExpression.Range(Adapt(range.From), Adapt(range.To)),
        _ => expression,
    };

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context) => new(Evaluate((LiquidContext)context));

    private FluidValue Evaluate(LiquidContext context)
    {
        context.Spend(segments.Count);
        var value = context.GetValue(((IdentifierSegment)segments[0]).Identifier);
        foreach (var segment in segments.Skip(1))
        {
            value = segment is IdentifierSegment { Identifier: var name } ? Named(value, name, context)
                : At(value, ((IndexerSegment)segment).Expression.Value(context));
            if (value is UnknownValue unknown) context.Warn(ProblemCodes.LiquidError, unknown.Reason, "It is treated as nil.");
            if (value is BaseNilValue) break;
        }

        return value;
    }

    private static FluidValue At(FluidValue value, FluidValue key)
    {
        if (key is StringValue) return ValueMap.Property(value, key.ToStringValue());
        if (value is not ArrayValue list || key is not NumberValue) return NilValue.Instance;
        var index = key.ToNumberValue() < 0 ? key.ToNumberValue() + list.Values.Count : key.ToNumberValue();
        return index >= 0 && index < list.Values.Count ? list.Values[(int)index] : NilValue.Instance;
    }

    private static FluidValue Named(FluidValue value, string name, LiquidContext context)
    {
        if (ValueMap.Of(value) is { } map && map.TryGetValue(name, out var found)) return found;
        if (value is StringValue && name != "size") return NilValue.Instance;
        return value is ForLoopValue && name == ForNode.ParentLoop ? context.GetValue(name) : value.GetValueAsync(name, context).Ready();
    }
}

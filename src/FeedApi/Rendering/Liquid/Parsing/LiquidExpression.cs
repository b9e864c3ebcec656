using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>An expression of Fluid's tree that is evaluated at once: nothing in a template waits for anything.</summary>
internal abstract class LiquidExpression : Expression
{
    /// <summary>The value; nil when there is none.</summary>
    public abstract FluidValue Evaluate(LiquidContext context);

    /// <inheritdoc/>
    public sealed override ValueTask<FluidValue> EvaluateAsync(TemplateContext context) => new(Evaluate((LiquidContext)context));
}

/// <summary>A text, number, truth value, nil, <c>empty</c> or <c>blank</c>.</summary>
internal sealed class ConstantExpression(FluidValue value) : LiquidExpression
{
    /// <summary>Nil.</summary>
    public static ConstantExpression Nil { get; } = new(NilValue.Instance);

    /// <summary>The value.</summary>
    public FluidValue Value => value;

    /// <inheritdoc/>
    public override FluidValue Evaluate(LiquidContext context) => value;
}

/// <summary><c>(1..n)</c></summary>
internal sealed class RangeExpression(LiquidExpression first, LiquidExpression last) : LiquidExpression
{
    /// <inheritdoc/>
    public override FluidValue Evaluate(LiquidContext context) =>
        new Values.RangeValue(End(first.Evaluate(context)), End(last.Evaluate(context)));

    private static long End(FluidValue value) => (long)Math.Clamp(Values.RubyNumber.Whole(value), long.MinValue / 2, long.MaxValue / 2);
}

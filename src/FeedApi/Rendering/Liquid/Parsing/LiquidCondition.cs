using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>One comparison, and the one that follows it after <c>and</c> or <c>or</c>: those bind from right to left.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Operator">Null when only the left side counts.</param>
/// <param name="Right">Right side.</param>
internal sealed record LiquidCondition(LiquidExpression Left, string? Operator, LiquidExpression Right)
{
    private bool isAnd;
    private LiquidCondition? next;

    /// <summary>The same condition with another one behind it.</summary>
    public LiquidCondition Then(bool withAnd, LiquidCondition condition) => new(Left, Operator, Right) { isAnd = withAnd, next = condition };

    /// <summary>Whether the condition holds.</summary>
    public bool Holds(LiquidContext context)
    {
        for (var condition = this; ; condition = condition.next)
        {
            var holds = condition.HoldsAlone(context);
            if (condition.next is null || holds != condition.isAnd) return holds;
        }
    }

    /// <summary>Ruby's <c>==</c>; <c>empty</c> asks whether the other side is empty, and nothing is ever <c>blank</c>.</summary>
    public static bool AreEqual(FluidValue left, FluidValue right, LiquidContext context)
    {
        if (left is BlankValue || right is BlankValue) return false;
        if (left is EmptyValue) return RubyCompare.IsEmpty(right);
        return right is EmptyValue ? RubyCompare.IsEmpty(left) : RubyCompare.AreEqual(left, right, context);
    }

    private bool HoldsAlone(LiquidContext context)
    {
        context.Spend(1);
        var left = Left.Evaluate(context);
        if (Operator is null) return RubyCompare.IsTrue(left);
        var right = Right.Evaluate(context);
        return Operator switch
        {
            "==" => AreEqual(left, right, context),
            "!=" or "<>" => !AreEqual(left, right, context),
            "contains" => RubyCompare.Contains(left, right, context),
            "<" => RubyCompare.IsOrdered(left, right, static order => order < 0, context),
            "<=" => RubyCompare.IsOrdered(left, right, static order => order <= 0, context),
            ">" => RubyCompare.IsOrdered(left, right, static order => order > 0, context),
            ">=" => RubyCompare.IsOrdered(left, right, static order => order >= 0, context),
            _ => throw new LiquidException(ProblemCodes.LiquidError, $"{MessageText.Shorten(Operator)} is not a comparison; use ==, !=, <, <=, >, >= or contains."),
        };
    }
}

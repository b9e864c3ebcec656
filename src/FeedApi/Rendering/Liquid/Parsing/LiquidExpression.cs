using FeedApi.Model;
using FeedApi.Rendering.Liquid.Filters;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Results of Fluid, which are already complete: nothing in a template is asynchronous.</summary>
internal static class FluidResultExtensions
{
    public static FluidValue Value(this Expression expression, LiquidContext context) => expression.EvaluateAsync(context).Ready();

    public static T Ready<T>(this ValueTask<T> task) => (task.IsCompleted ? task : new(task.AsTask().Result)).GetAwaiter().GetResult();
}

/// <summary>An expression in Fluid's tree that is evaluated synchronously.</summary>
internal sealed class LiquidExpression(Func<LiquidContext, FluidValue> evaluate) : Expression
{
    private static readonly Dictionary<string, Func<FluidValue, FluidValue, LiquidContext, bool>> Comparisons = new(StringComparer.Ordinal)
    {
        ["=="] = (left, right, context) => RubyCompare.AreEqual(left, right, context),
        ["!="] = (left, right, context) => !RubyCompare.AreEqual(left, right, context),
        ["<>"] = (left, right, context) => !RubyCompare.AreEqual(left, right, context),
        ["contains"] = RubyCompare.Contains,
        ["<"] = (left, right, _) => RubyCompare.Order(left, right) < 0,
        ["<="] = (left, right, _) => RubyCompare.Order(left, right) <= 0,
        [">"] = (left, right, _) => RubyCompare.Order(left, right) > 0,
        [">="] = (left, right, _) => RubyCompare.Order(left, right) >= 0,
    };

    public static IEnumerable<string> Operators => Comparisons.Keys;

    /// <summary>A comparison by Ruby's rules.</summary>
    public static LiquidExpression Compare(Expression left, string comparison, Expression right) => new(context =>
    {
        var (one, other) = (left.Value(context), right.Value(context));
        context.SpendFor(one);
        context.SpendFor(other);
        return BooleanValue.Create(Comparisons[comparison](one, other, context));
    });

    public static LiquidExpression IsAny(Expression value, IReadOnlyList<Expression> others) => new(context =>
        BooleanValue.Create(others.Any(other => Compare(value, "==", other).Value(context).ToBooleanValue())));

    public static LiquidExpression Not(Expression condition) => new(context =>
        BooleanValue.Create(!condition.Value(context).ToBooleanValue()));

    /// <summary><c>(1..n)</c>, as a list: Fluid's own has no limit.</summary>
    public static LiquidExpression Range(Expression first, Expression last) => new(context =>
    {
        var (from, to) = (Math.Truncate(first.Value(context).ToNumberValue()), Math.Truncate(last.Value(context).ToNumberValue()));
        var count = (int)Math.Clamp(to - from + 1, 0, LiquidLimits.ListItems + 1);
        LiquidBudgetException.ThrowIfTooMany(count);
        context.Spend(count);
        return new ArrayValue([.. Enumerable.Range(0, count).Select(index => NumberValue.Create(from + index))]);
    });

    /// <summary>An expression with unknown filters, which leave the value as it is.</summary>
    public static LiquidExpression WithUnknown(Expression expression, IReadOnlyList<string> filters) => new(context =>
    {
        foreach (var name in filters)
            context.WarnUnknown(ProblemCodes.LiquidFilter, "filter", name, LiquidFilters.Names, "The value is left as it is.");
        return expression.Value(context);
    });

    public override ValueTask<FluidValue> EvaluateAsync(TemplateContext context) => new(evaluate((LiquidContext)context));
}

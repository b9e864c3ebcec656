using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>A filter as a template calls it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What stands after the colon, in order.</param>
/// <param name="Named">Arguments of the form <c>name: value</c>.</param>
internal sealed record FilterCall(string Name, IReadOnlyList<LiquidExpression> Arguments, IReadOnlyList<KeyValuePair<string, LiquidExpression>> Named);

/// <summary>A value sent through filters. A filter that nobody knows leaves the value as it is.</summary>
internal sealed class FilteredExpression(LiquidExpression input, IReadOnlyList<FilterCall> calls) : LiquidExpression
{
    /// <inheritdoc/>
    public override FluidValue Evaluate(LiquidContext context)
    {
        var value = input.Evaluate(context);
        foreach (var call in calls) value = Apply(call, value, context);
        return value;
    }

    private static FluidValue Apply(FilterCall call, FluidValue value, LiquidContext context)
    {
        context.Spend(1);
        if (!context.Options.Filters.TryGetValue(call.Name, out var filter))
        {
            context.WarnUnknownFilter(call.Name);
            return value;
        }

        var arguments = call.Arguments.Count + call.Named.Count == 0 ? FilterArguments.Empty : new FilterArguments();
        foreach (var argument in call.Arguments) arguments.Add(argument.Evaluate(context));
        foreach (var (name, argument) in call.Named) arguments.Add(name, argument.Evaluate(context));
        // All filters are done when they return.
        var filtering = filter(value, arguments, context);
        var made = filtering.IsCompletedSuccessfully ? filtering.Result : filtering.AsTask().GetAwaiter().GetResult();
        context.CheckSize(made);
        return made;
    }
}

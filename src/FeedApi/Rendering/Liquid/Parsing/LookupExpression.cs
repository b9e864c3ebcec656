using FeedApi.Model;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>A step into a value.</summary>
/// <param name="Key">A name or number known from the template; null when it is computed.</param>
/// <param name="Computed">The expression in brackets; null when the key is known.</param>
internal readonly record struct LookupStep(FluidValue? Key, LiquidExpression? Computed)
{
    /// <summary>A step by a name after a dot; only such a name may mean <c>size</c>, <c>first</c> or <c>last</c>.</summary>
    public static LookupStep Named(string name) => new(StringValue.Create(name), null);
}

/// <summary><c>page.title</c>, <c>site.data["a"][0]</c>: a variable and steps into it. A step that leads nowhere gives nil.</summary>
internal sealed class LookupExpression(LookupStep name, LookupStep[] steps) : LiquidExpression
{
    /// <summary>The variable's name when it is known from the template and no step follows; else null.</summary>
    public string? PlainName => steps.Length == 0 ? name.Key?.ToStringValue() : null;

    /// <inheritdoc/>
    public override FluidValue Evaluate(LiquidContext context)
    {
        var value = context.Find(RubyText.Of(KeyOf(name, context), context));
        foreach (var step in steps)
        {
            value = Step(value, KeyOf(step, context), step.Computed is null);
            if (value is UnknownValue unknown) context.Warn(ProblemCodes.LiquidError, unknown.Reason, "It is read as nothing.");
            if (value is BaseNilValue) return NilValue.Instance;
        }

        return value;
    }

    private static FluidValue KeyOf(LookupStep step, LiquidContext context) => step.Key ?? step.Computed!.Evaluate(context);

    private static FluidValue Step(FluidValue value, FluidValue key, bool mayBeCommand)
    {
        if (value is ArrayValue list && key is NumberValue) return At(list.Values, key.ToNumberValue());
        if (RubyMap.Of(value) is { } map && key is StringValue && map.TryGetValue(key.ToStringValue(), out var found)) return found;
        return mayBeCommand ? Command(value, key.ToStringValue()) : NilValue.Instance;
    }

    private static FluidValue At(IReadOnlyList<FluidValue> items, decimal index)
    {
        if (index < 0) index += items.Count;
        return index >= 0 && index < items.Count ? items[(int)index] : NilValue.Instance;
    }

    private static FluidValue Command(FluidValue value, string name) => (name, value) switch
    {
        ("size", StringValue text) => NumberValue.Create(RubyString.Length(text.ToStringValue())),
        ("size", ArrayValue list) => NumberValue.Create(list.Values.Count),
        ("size", RangeValue range) => NumberValue.Create(range.Count),
        ("size", DictionaryValue) => NumberValue.Create(RubyMap.Of(value)!.Count),
        ("first", ArrayValue { Values.Count: > 0 } list) => list.Values[0],
        ("last", ArrayValue { Values.Count: > 0 } list) => list.Values[^1],
        ("first", RangeValue { Count: > 0 } range) => range.At(0),
        ("last", RangeValue { Count: > 0 } range) => range.At(range.Count - 1),
        ("first", DictionaryValue) when RubyMap.Of(value) is { Count: > 0 } map => RubyMap.Pair(map, map.Keys.First()),
        _ => NilValue.Instance,
    };
}

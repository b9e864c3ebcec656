using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Equality and order of values as in Ruby: nothing is converted, and only nil equals nil.</summary>
internal static class RubyCompare
{
    /// <summary>Ruby's <c>==</c>; <c>empty</c> equals any empty value, and nothing equals <c>blank</c>.</summary>
    public static bool AreEqual(FluidValue left, FluidValue right, LiquidContext context, int depth = 0)
    {
        context.Spend(1);
        LiquidBudgetException.ThrowIfTooDeep(depth);
        return (left, right) switch
        {
            (EmptyValue, _) => IsEmpty(right),
            (_, EmptyValue) => IsEmpty(left),
            (BlankValue, _) or (_, BlankValue) => false,
            (BaseNilValue, _) or (_, BaseNilValue) => left is BaseNilValue && right is BaseNilValue,
            (ArrayValue one, ArrayValue other) => one.Values.Count == other.Values.Count
                && one.Values.Zip(other.Values).All(pair => AreEqual(pair.First, pair.Second, context, depth + 1)),
            (DictionaryValue, DictionaryValue) => AreEqual(ValueMap.Of(left)!, ValueMap.Of(right)!, context, depth),
            _ => left.Equals(right),
        };
    }

    /// <summary>The order of two values; null when Ruby has none for them.</summary>
    public static int? Order(FluidValue left, FluidValue right) => (left, right) switch
    {
        (NumberValue, NumberValue) => left.ToNumberValue().CompareTo(right.ToNumberValue()),
        (StringValue, StringValue) => string.CompareOrdinal(left.ToStringValue(), right.ToStringValue()),
        (DateTimeValue, DateTimeValue) => ((DateTimeOffset)left.ToObjectValue()).CompareTo((DateTimeOffset)right.ToObjectValue()),
        _ => null,
    };

    /// <summary>True when a text, a list or a mapping contains a value.</summary>
    public static bool Contains(FluidValue left, FluidValue right, LiquidContext context) => left switch
    {
        _ when right is BaseNilValue => false,
        StringValue text => text.ToStringValue().Contains(RubyText.Of(right, context), StringComparison.Ordinal),
        ArrayValue list => list.Values.Any(item => AreEqual(item, right, context)),
        _ => ValueMap.Of(left)?.TryGetValue(right.ToStringValue(), out _) == true,
    };

    public static bool IsEmpty(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length == 0,
        ArrayValue list => list.Values.Count == 0,
        _ => ValueMap.Of(value) is { Count: 0 },
    };

    private static bool AreEqual(IFluidIndexable left, IFluidIndexable right, LiquidContext context, int depth) =>
        ReferenceEquals(left, right) || (left.Count == right.Count
            && left.Keys.All(key => right.TryGetValue(key, out var other) && AreEqual(left.At(key), other, context, depth + 1)));
}

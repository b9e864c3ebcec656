using FeedApi.Model;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Truth, equality and order of values, the way Ruby has them.</summary>
internal static class RubyCompare
{
    /// <summary>Only nil and false are not true.</summary>
    public static bool IsTrue(FluidValue value) => value is not (BaseNilValue or BooleanValue) || (value is BooleanValue && value.ToBooleanValue());

    /// <summary>Ruby's <c>==</c>: no conversion between texts and numbers.</summary>
    public static bool AreEqual(FluidValue left, FluidValue right, LiquidContext context, int depth = 0)
    {
        context.Spend(1);
        LiquidBudgetException.ThrowIfTooDeep(depth);
        return (left, right) switch
        {
            (BaseNilValue, _) or (_, BaseNilValue) => left is BaseNilValue && right is BaseNilValue,
            (ArrayValue one, ArrayValue other) => AreEqualLists(one.Values, other.Values, context, depth),
            (StringValue, StringValue) => string.Equals(left.ToStringValue(), right.ToStringValue(), StringComparison.Ordinal),
            (NumberValue, NumberValue) => left.ToNumberValue() == right.ToNumberValue(),
            (BooleanValue, BooleanValue) => left.ToBooleanValue() == right.ToBooleanValue(),
            (DateTimeValue, DateTimeValue) => ((DateTimeOffset)left.ToObjectValue()).Equals((DateTimeOffset)right.ToObjectValue()),
            (RangeValue, RangeValue) => left.Equals(right),
            (DictionaryValue, DictionaryValue) => AreEqualMaps(RubyMap.Of(left)!, RubyMap.Of(right)!, context, depth),
            _ => false,
        };
    }

    /// <summary>True when a text, list, mapping or range is empty; false for everything else, nil too.</summary>
    public static bool IsEmpty(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length == 0,
        ArrayValue list => list.Values.Count == 0,
        DictionaryValue => RubyMap.Of(value) is { Count: 0 },
        _ => false,
    };

    /// <summary>The order of two values; null when Ruby has none for them.</summary>
    public static int? Order(FluidValue left, FluidValue right, LiquidContext context)
    {
        context.Spend(1);
        return (left, right) switch
        {
            (NumberValue, NumberValue) => left.ToNumberValue().CompareTo(right.ToNumberValue()),
            (StringValue, StringValue) => string.CompareOrdinal(left.ToStringValue(), right.ToStringValue()),
            (DateTimeValue, DateTimeValue) => ((DateTimeOffset)left.ToObjectValue()).CompareTo((DateTimeOffset)right.ToObjectValue()),
            _ => AreEqual(left, right, context) ? 0 : null,
        };
    }

    /// <summary>Whether a text, a list, a mapping or a range has something in it.</summary>
    public static bool Contains(FluidValue left, FluidValue right, LiquidContext context)
    {
        if (!IsTrue(left) || !IsTrue(right)) return false;
        if (left is StringValue text)
        {
            context.SpendText(text.ToStringValue().Length);
            return text.ToStringValue().Contains(RubyText.Of(right, context), StringComparison.Ordinal);
        }

        if (left is ArrayValue list) return list.Values.Any(item => AreEqual(item, right, context));
        if (left is RangeValue range) return right is NumberValue && range.Covers(right.ToNumberValue());
        return RubyMap.Of(left) is { } map && right is StringValue key && map.TryGetValue(key.ToStringValue(), out _);
    }

    /// <summary><c>&lt;</c> and its kin; false when one side has no order, a fault when the two sides have none with each other.</summary>
    public static bool IsOrdered(FluidValue left, FluidValue right, Func<int, bool> isWanted, LiquidContext context)
    {
        if (!HasOrder(left) || !HasOrder(right)) return false;
        return Order(left, right, context) is { } order ? isWanted(order)
            : throw new LiquidException(ProblemCodes.LiquidError, "A text and a number are compared, which have no order.");
    }

    private static bool HasOrder(FluidValue value) => value is NumberValue or StringValue or DateTimeValue;

    private static bool AreEqualLists(IReadOnlyList<FluidValue> left, IReadOnlyList<FluidValue> right, LiquidContext context, int depth)
    {
        if (left.Count != right.Count) return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i], context, depth + 1)) return false;
        }

        return true;
    }

    private static bool AreEqualMaps(IFluidIndexable left, IFluidIndexable right, LiquidContext context, int depth) =>
        ReferenceEquals(left, right) || (left.Count == right.Count && left.Keys.All(key =>
            right.TryGetValue(key, out var other) && left.TryGetValue(key, out var one) && AreEqual(one, other, context, depth + 1)));
}

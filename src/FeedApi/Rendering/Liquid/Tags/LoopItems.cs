using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>The items that a loop goes through, read one by one.</summary>
internal readonly struct LoopItems
{
    private readonly FluidValue source;
    private readonly string[]? keys;
    private readonly long start;
    private readonly bool isReversed;

    private LoopItems(FluidValue source, string[]? keys, long start, long count, bool isReversed) =>
        (this.source, this.keys, this.start, Count, this.isReversed) = (source, keys, start, count, isReversed);

    /// <summary>How many there are.</summary>
    public long Count { get; }

    /// <summary>The items of a list, the numbers of a range, the pairs of a mapping; a text is one item; anything else has none.</summary>
    public static LoopItems Of(FluidValue source, long offset, long? limit, bool isReversed)
    {
        var keys = RubyMap.Of(source)?.Keys.ToArray();
        var all = source switch
        {
            ArrayValue list => list.Values.Count,
            RangeValue range => range.Count,
            StringValue text => text.ToStringValue().Length > 0 ? 1 : 0,
            _ => keys?.Length ?? 0,
        };
        // Ruby does not slice a text.
        if (source is StringValue) return new LoopItems(source, null, 0, all, isReversed);
        var start = Math.Clamp(offset, 0, all);
        var end = limit is { } most ? Math.Clamp(offset + Math.Clamp(most, -all, all), start, all) : all;
        return new LoopItems(source, keys, start, end - start, isReversed);
    }

    /// <summary>One of them.</summary>
    public FluidValue At(long index)
    {
        var place = start + (isReversed ? Count - 1 - index : index);
        return source switch
        {
            ArrayValue list => list.Values[(int)place],
            RangeValue range => range.At(place),
            StringValue => source,
            _ => RubyMap.Pair(RubyMap.Of(source)!, keys![place]),
        };
    }

    /// <summary>A whole number given to a loop; null when unset.</summary>
    public static long? Number(LiquidExpression? expression, LiquidContext context) =>
        expression?.Evaluate(context) is { } value and not BaseNilValue ? RubyNumber.Needed(value) : null;
}

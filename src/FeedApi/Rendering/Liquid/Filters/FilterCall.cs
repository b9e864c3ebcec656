using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>The input, arguments and context of a filter.</summary>
internal readonly record struct FilterCall(FluidValue Input, FilterArguments Arguments, LiquidContext Context)
{
    public string Text => RubyText.Of(Input, Context);

    /// <summary>The items of a list, or the input itself; none of nil.</summary>
    public IReadOnlyList<FluidValue> Items => Input is ArrayValue list ? list.Values : Input is BaseNilValue ? [] : [Input];

    public FluidValue At(int index) => Arguments.At(index);

    public string TextAt(int index, string defaultValue = "") => index < Arguments.Count ? RubyText.Of(At(index), Context) : defaultValue;

    public int WholeAt(int index, int defaultValue) => index < Arguments.Count ? RubyText.Whole(At(index)) : defaultValue;

    /// <summary>The property of an item that the first argument names; the item itself when there is none.</summary>
    public FluidValue PropertyOf(FluidValue item) => At(0) is BaseNilValue ? item : ValueMap.Property(item, TextAt(0));
}

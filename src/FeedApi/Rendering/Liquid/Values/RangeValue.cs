using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>A range of whole numbers. Its numbers are made while a loop asks for them, so that a range of a million costs nothing.</summary>
internal sealed class RangeValue(long first, long last) : FluidValue
{
    /// <inheritdoc/>
    public override FluidValues Type => FluidValues.Object;

    /// <summary>How many numbers there are.</summary>
    public long Count => Math.Max(0, last - first + 1);

    /// <summary>The number at a place that starts at 0.</summary>
    public FluidValue At(long index) => NumberValue.Create(first + index);

    /// <summary>True when the number lies inside.</summary>
    public bool Covers(decimal number) => number >= first && number <= last;

    /// <inheritdoc/>
    public override bool Equals(FluidValue? other) => other is RangeValue range && string.Equals(range.ToStringValue(), ToStringValue(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(first, last);

    /// <inheritdoc/>
    public override bool ToBooleanValue() => true;

    /// <inheritdoc/>
    public override decimal ToNumberValue() => 0;

    /// <inheritdoc/>
    public override string ToStringValue() => string.Create(CultureInfo.InvariantCulture, $"{first}..{last}");

    /// <inheritdoc/>
    public override object ToObjectValue() => this;

    /// <inheritdoc/>
    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        writer.Write(ToStringValue());
        return ValueTask.CompletedTask;
    }
}

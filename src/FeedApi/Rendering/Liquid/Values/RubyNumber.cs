using System.Globalization;
using FeedApi.Model.Text;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Numbers out of values, the way Ruby's Liquid reads them. A decimal with a scale is a float, one without is whole.</summary>
internal static class RubyNumber
{
    /// <summary>A number, or what a text begins with; 0 for anything else.</summary>
    public static decimal Of(FluidValue value)
    {
        if (value is NumberValue number) return number.ToNumberValue();
        if (value is not StringValue) return 0;
        var text = value.ToStringValue().AsSpan().Trim(RubyString.WhiteSpace);
        return IsDecimal(text) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var written)
            ? AsFloat(written)
            : Leading(text);
    }

    /// <summary>Ruby's <c>to_i</c>: the digits at the start of a text, a number without its fraction, else 0.</summary>
    public static decimal Whole(FluidValue value) => value switch
    {
        NumberValue number => Math.Truncate(number.ToNumberValue()),
        StringValue text => Leading(text.ToStringValue().AsSpan().Trim(RubyString.WhiteSpace)),
        DateTimeValue date => ((DateTimeOffset)date.ToObjectValue()).ToUnixTimeSeconds(),
        _ => 0,
    };

    /// <summary>A whole number that a filter or a tag needs; anything else is a fault.</summary>
    public static int Needed(FluidValue value)
    {
        if (value is NumberValue number && number.ToNumberValue().Scale == 0) return Narrow(number.ToNumberValue());
        var text = value is StringValue or NumberValue ? value.ToStringValue() : "";
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var whole)
            ? Narrow(whole)
            : throw new LiquidException(Model.ProblemCodes.LiquidError, $"A whole number is needed, not \"{MessageText.Shorten(text)}\".");
    }

    /// <summary>The same number as a float: <c>2</c> becomes <c>2.0</c>.</summary>
    public static decimal AsFloat(decimal number) => number.Scale > 0 ? number : decimal.Add(number, 0.0m);

    /// <summary>Within 32 bits.</summary>
    public static int Narrow(decimal number) => (int)Math.Clamp(number, int.MinValue, int.MaxValue);

    private static decimal Leading(ReadOnlySpan<char> text)
    {
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var digits = text[start..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - start;
        return decimal.TryParse(text[..(start + digits)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] == '-') text = text[1..];
        var dot = text.IndexOf('.');
        return dot > 0 && dot < text.Length - 1 && text[..dot].IndexOfAnyExceptInRange('0', '9') < 0 && text[(dot + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}

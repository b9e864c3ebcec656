using System.Globalization;
using System.Text;
using FeedApi.Model;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Converts values to text and text to values as Ruby does.</summary>
internal static class RubyText
{
    /// <summary>The form of a text that is treated as a number.</summary>
    public const NumberStyles NumberStyle = NumberStyles.Integer | NumberStyles.AllowDecimalPoint;

    // ASCII only: a no-break or ideographic space is not white space.
    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>Ruby's <c>to_s</c>: the text of a filter's input.</summary>
    public static string Of(FluidValue value, LiquidContext context) => value switch
    {
        NumberValue number => Number(number.ToNumberValue()),
        DateTimeValue date => RubyDate.Format((DateTimeOffset)date.ToObjectValue(), "%F %T %z", context),
        ArrayValue or DictionaryValue => NestedText.Inspect(value, context),
        _ => value.ToStringValue(),
    };

    /// <summary>The text that an output tag writes: lists are joined without a separator.</summary>
    public static string Output(FluidValue value, LiquidContext context) =>
        value is ArrayValue list ? Join(list.Values, "", context) : Of(value, context);

    /// <summary>Ruby's <c>join</c>: nested lists are joined as well.</summary>
    public static string Join(IEnumerable<FluidValue> items, string separator, LiquidContext context, int depth = 0)
    {
        LiquidBudgetException.ThrowIfTooDeep(depth);
        var text = new StringBuilder();
        foreach (var item in items)
        {
            context.Spend(1);
            text.Append(item is ArrayValue inner ? Join(inner.Values, separator, context, depth + 1) : Of(item, context)).Append(separator);
            LiquidBudgetException.ThrowIfTooLong(text.Length);
        }

        return text.ToString(0, Math.Max(0, text.Length - separator.Length));
    }

    /// <summary>A decimal with a scale is a float, which Ruby writes in the shortest form of a double; one without is an integer.</summary>
    public static string Number(decimal number)
    {
        if (number.Scale == 0) return number.ToString(CultureInfo.InvariantCulture);
        var text = ((double)number).ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    public static decimal AsFloat(decimal number) => number.Scale > 0 ? number : decimal.Add(number, 0.0m);

    /// <summary>The integer that a filter or a tag requires.</summary>
    public static int Whole(FluidValue value) =>
        decimal.TryParse(value.ToStringValue(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole)
            ? (int)Math.Clamp(whole, int.MinValue, int.MaxValue)
            : throw new LiquidException(ProblemCodes.LiquidError, "A whole number is needed.");

    public static string[] Words(string text) => text.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Trailing empty parts are removed; a space splits on runs of white space; no separator splits into characters.</summary>
    public static IReadOnlyList<string> Split(string text, string separator)
    {
        if (separator == " ") return Words(text);
        if (separator.Length == 0) return [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        var parts = text.Split(separator);
        return parts[..(Array.FindLastIndex(parts, part => part.Length > 0) + 1)];
    }
}

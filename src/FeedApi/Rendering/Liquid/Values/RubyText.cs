using System.Globalization;
using System.Text;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Values as text, the way Ruby writes them.</summary>
internal static class RubyText
{
    private const decimal LargestPlainFloat = 1e16m;

    /// <summary>Ruby's <c>to_s</c>: what a filter sees of its input.</summary>
    public static string Of(FluidValue value, LiquidContext context) => value switch
    {
        StringValue text => text.ToStringValue(),
        BaseNilValue or EmptyValue or BlankValue => "",
        BooleanValue claim => claim.ToBooleanValue() ? "true" : "false",
        NumberValue number => Number(number.ToNumberValue()),
        DateTimeValue date => Date((DateTimeOffset)date.ToObjectValue()),
        RangeValue range => range.ToStringValue(),
        _ => Inspect(value, context),
    };

    /// <summary>What an output tag writes: lists are joined without a separator.</summary>
    public static string Output(FluidValue value, LiquidContext context)
    {
        if (value is not ArrayValue) return Of(value, context);
        var text = new StringBuilder();
        Join(text, value, "", context, 0);
        return text.ToString();
    }

    /// <summary>Ruby's <c>join</c>: lists inside are joined as well.</summary>
    public static void Join(StringBuilder text, FluidValue value, string separator, LiquidContext context, int depth)
    {
        Guard(context, depth);
        var isFirst = true;
        foreach (var item in ((ArrayValue)value).Values)
        {
            if (!isFirst) text.Append(separator);
            isFirst = false;
            if (item is ArrayValue) Join(text, item, separator, context, depth + 1);
            else text.Append(Of(item, context));
            context.SpendText(1);
            LiquidBudgetException.ThrowIfTooLong(text.Length);
        }
    }

    /// <summary>Ruby's <c>inspect</c>: texts in quotes, lists in brackets, mappings with arrows.</summary>
    public static string Inspect(FluidValue value, LiquidContext context)
    {
        var text = new StringBuilder();
        Inspect(text, value, context, 0);
        return text.ToString();
    }

    /// <summary>A number: whole as it is, a decimal as a double in its shortest form.</summary>
    public static string Number(decimal number)
    {
        if (number.Scale == 0) return number.ToString(CultureInfo.InvariantCulture);
        var size = Math.Abs(number);
        if (size >= LargestPlainFloat || (size != 0 && size < 0.0001m)) return Exponential((double)number);
        var text = ((decimal)(double)number).ToString("0.0###############", CultureInfo.InvariantCulture);
        return (double)number == double.Parse(text, CultureInfo.InvariantCulture) ? text : ((double)number).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>A time: <c>2022-04-19 10:24:35 +0800</c>.</summary>
    public static string Date(DateTimeOffset date) => RubyDate.Format(date, "%Y-%m-%d %H:%M:%S %z");

    private static void Inspect(StringBuilder text, FluidValue value, LiquidContext context, int depth)
    {
        Guard(context, depth);
        if (value is StringValue written) Quote(text, written.ToStringValue());
        else if (value is BaseNilValue) text.Append("nil");
        else if (value is ArrayValue list) InspectList(text, list, context, depth);
        else if (RubyMap.Of(value) is { } map) InspectMap(text, map, context, depth);
        else text.Append(Of(value, context));
        LiquidBudgetException.ThrowIfTooLong(text.Length);
    }

    private static void InspectList(StringBuilder text, ArrayValue list, LiquidContext context, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Values.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Inspect(text, list.Values[i], context, depth + 1);
        }

        text.Append(']');
    }

    private static void InspectMap(StringBuilder text, IFluidIndexable map, LiquidContext context, int depth)
    {
        text.Append('{');
        var isFirst = true;
        foreach (var key in map.Keys)
        {
            if (!isFirst) text.Append(", ");
            isFirst = false;
            Quote(text, key);
            text.Append("=>");
            map.TryGetValue(key, out var value);
            Inspect(text, value ?? NilValue.Instance, context, depth + 1);
        }

        text.Append('}');
    }

    private static void Guard(LiquidContext context, int depth)
    {
        context.Spend(1);
        LiquidBudgetException.ThrowIfTooDeep(depth);
    }

    private static void Quote(StringBuilder text, string written)
    {
        text.Append('"');
        for (var i = 0; i < written.Length; i++)
        {
            var letter = written[i];
            if (letter is '"' or '\\' || (letter == '#' && i + 1 < written.Length && written[i + 1] is '{' or '$' or '@')) text.Append('\\').Append(letter);
            else if (EscapeOf(letter) is { } escape) text.Append(escape);
            else if (char.IsControl(letter)) text.Append(CultureInfo.InvariantCulture, $"\\x{(int)letter:X2}");
            else text.Append(letter);
        }

        text.Append('"');
    }

    private static string? EscapeOf(char letter) => letter switch
    {
        '\n' => "\\n",
        '\t' => "\\t",
        '\r' => "\\r",
        '\u001b' => "\\e",
        '\f' => "\\f",
        '\v' => "\\v",
        '\b' => "\\b",
        '\a' => "\\a",
        _ => null,
    };

    // Ruby: 1.0e+20, 1.0e-05.
    private static string Exponential(double number)
    {
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var digits = shortest.Contains('E', StringComparison.Ordinal) ? shortest[..shortest.IndexOf('E', StringComparison.Ordinal)] : text[..text.IndexOf('E', StringComparison.Ordinal)].TrimEnd('0');
        if (!digits.Contains('.', StringComparison.Ordinal)) digits += ".0";
        if (digits.EndsWith('.')) digits += "0";
        var exponent = int.Parse(text[(text.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{digits}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}

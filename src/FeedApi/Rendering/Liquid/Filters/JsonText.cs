using System.Globalization;
using System.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Values as JSON, without any space, non-ASCII letters as themselves: what Jekyll's <c>jsonify</c> writes.</summary>
internal static class JsonText
{
    /// <summary>The JSON.</summary>
    public static string Of(FluidValue value, LiquidContext context)
    {
        var text = new StringBuilder();
        Append(text, value, context, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FluidValue value, LiquidContext context, int depth)
    {
        context.Spend(1);
        LiquidBudgetException.ThrowIfTooDeep(depth);
        if (value is BaseNilValue) text.Append("null");
        else if (value is BooleanValue or NumberValue) text.Append(RubyText.Of(value, context));
        else if (value is ArrayValue list) AppendList(text, list, context, depth);
        else if (RubyMap.Of(value) is { } map) AppendMap(text, map, context, depth);
        else Quote(text, RubyText.Of(value, context), context);
        LiquidBudgetException.ThrowIfTooLong(text.Length);
    }

    private static void AppendList(StringBuilder text, ArrayValue list, LiquidContext context, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Values.Count; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, list.Values[i], context, depth + 1);
        }

        text.Append(']');
    }

    private static void AppendMap(StringBuilder text, IFluidIndexable map, LiquidContext context, int depth)
    {
        text.Append('{');
        var isFirst = true;
        foreach (var key in map.Keys)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            Quote(text, key, context);
            text.Append(':');
            Append(text, map.TryGetValue(key, out var value) ? value : NilValue.Instance, context, depth + 1);
        }

        text.Append('}');
    }

    private static void Quote(StringBuilder text, string written, LiquidContext context)
    {
        context.SpendText(written.Length);
        text.Append('"');
        foreach (var letter in written)
        {
            if (letter is '"' or '\\') text.Append('\\').Append(letter);
            else if (letter is '\n') text.Append("\\n");
            else if (letter is '\t') text.Append("\\t");
            else if (letter is '\r') text.Append("\\r");
            else if (letter < ' ') text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else text.Append(letter);
        }

        text.Append('"');
    }
}

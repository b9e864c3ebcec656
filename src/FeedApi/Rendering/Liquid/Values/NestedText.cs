using System.Text;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Lists and mappings as text: JSON as Jekyll's <c>jsonify</c> writes it, or Ruby's <c>inspect</c>.</summary>
internal sealed class NestedText(LiquidContext context, string nil, string comma, string arrow)
{
    private readonly StringBuilder text = new();

    public static string Json(FluidValue value, LiquidContext context) =>
        new NestedText(context, "null", ",", ":").Append(value, 0).ToString();

    public static string Inspect(FluidValue value, LiquidContext context) =>
        new NestedText(context, "nil", ", ", "=>").Append(value, 0).ToString();

    private StringBuilder Append(FluidValue value, int depth)
    {
        context.Spend(1);
        LiquidBudgetException.ThrowIfTooDeep(depth);
        LiquidBudgetException.ThrowIfTooLong(text.Length);
        if (value is BaseNilValue) return text.Append(nil);
        if (value is BooleanValue or NumberValue) return text.Append(RubyText.Of(value, context));
        if (value is ArrayValue list) return AppendAll('[', list.Values, item => Append(item, depth + 1), ']');
        if (ValueMap.Of(value) is not { } map) return Quote(RubyText.Of(value, context));
        return AppendAll('{', map.Keys, AppendEntry, '}');

        void AppendEntry(string key)
        {
            Quote(key).Append(arrow);
            Append(map.At(key), depth + 1);
        }
    }

    private StringBuilder AppendAll<T>(char open, IEnumerable<T> parts, Action<T> append, char close)
    {
        text.Append(open);
        foreach (var (index, part) in parts.Index())
        {
            if (index > 0) text.Append(comma);
            append(part);
        }

        return text.Append(close);
    }

    private StringBuilder Quote(string written)
    {
        context.SpendText(written.Length);
        return text.Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(written)).Append('"');
    }
}

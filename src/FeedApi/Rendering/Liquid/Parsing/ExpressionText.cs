using System.Buffers;
using System.Globalization;
using FeedApi.Rendering.Liquid.Values;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Parsing;

/// <summary>Reads one expression from its text, whatever it looks like: what is nothing else is the name of a variable.</summary>
internal static class ExpressionText
{
    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.");

    /// <summary>Reads the expression.</summary>
    public static LiquidExpression Read(string written) => Read(written, 0);

    /// <summary>A variable with steps into it; a single name may be a constant.</summary>
    public static LiquidExpression Lookup(LookupStep name, List<LookupStep> steps) =>
        steps.Count == 0 && name.Key is { } key && Constant(key.ToStringValue()) is { } constant ? constant : new LookupExpression(name, [.. steps]);

    private static LiquidExpression Read(string written, int depth)
    {
        var text = written.Trim([.. RubyString.WhiteSpace]);
        if (text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0]) return new ConstantExpression(new StringValue(text[1..^1]));
        if (Constant(text) is { } constant) return constant;
        if (Number(text) is { } number) return new ConstantExpression(NumberValue.Create(number));
        return Range(text, depth) ?? Lookup(text, depth);
    }

    private static ConstantExpression? Constant(string text) => text switch
    {
        "" or "nil" or "null" => ConstantExpression.Nil,
        "true" => new ConstantExpression(BooleanValue.True),
        "false" => new ConstantExpression(BooleanValue.False),
        "empty" => new ConstantExpression(EmptyValue.Instance),
        "blank" => new ConstantExpression(BlankValue.Instance),
        _ => null,
    };

    // Of 1.2.3 the first two parts count.
    private static decimal? Number(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0]) || digits.ContainsAnyExcept(NumberChars)) return null;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        var second = text.IndexOf('.', dot + 1);
        var first = second < 0 ? text : text[..second];
        return decimal.TryParse(first, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? RubyNumber.AsFloat(number)
            : null;
    }

    private static RangeExpression? Range(string text, int depth)
    {
        if (depth > 0 || text.Length < 5 || text[0] != '(' || text[^1] != ')') return null;
        var dots = text.LastIndexOf("..", StringComparison.Ordinal);
        return dots < 2 ? null : new RangeExpression(Read(text[1..dots], depth + 1), Read(text[(dots + 2)..^1], depth + 1));
    }

    // Names of letters, digits, _ and -, and keys in brackets; anything between them is passed over.
    private static LiquidExpression Lookup(string text, int depth)
    {
        List<LookupStep> steps = [];
        var lastClose = text.LastIndexOf(']');
        for (var i = 0; i < text.Length;)
        {
            var close = text[i] == '[' && i < lastClose ? text.IndexOf(']', i) : -1;
            if (close > i + 1)
            {
                steps.Add(depth > 8 ? LookupStep.Named(text[(i + 1)..close]) : new LookupStep(null, Read(text[(i + 1)..close], depth + 1)));
                i = close + 1;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '-')) i++;
            if (i > start && i < text.Length && text[i] == '?') i++;
            if (i > start) steps.Add(LookupStep.Named(text[start..i]));
            else i++;
        }

        return steps.Count == 0 ? ConstantExpression.Nil : new LookupExpression(steps[0], [.. steps.Skip(1)]);
    }
}

using System.Globalization;
using System.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that cut, join and replace texts.</summary>
internal static class TextFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["append"] = static (input, arguments, context) => Join(Text(input, context), arguments.Text(0, context), context),
        ["prepend"] = static (input, arguments, context) => Join(arguments.Text(0, context), Text(input, context), context),
        ["upcase"] = static (input, _, context) => new StringValue(Text(input, context).ToUpperInvariant()),
        ["downcase"] = static (input, _, context) => new StringValue(Text(input, context).ToLowerInvariant()),
        ["capitalize"] = static (input, _, context) => new StringValue(Capitalize(Text(input, context))),
        ["strip"] = static (input, _, context) => new StringValue(Text(input, context).AsSpan().Trim(RubyString.WhiteSpace).ToString()),
        ["lstrip"] = static (input, _, context) => new StringValue(Text(input, context).AsSpan().TrimStart(RubyString.WhiteSpace).ToString()),
        ["rstrip"] = static (input, _, context) => new StringValue(Text(input, context).AsSpan().TrimEnd(RubyString.WhiteSpace).ToString()),
        ["strip_newlines"] = static (input, _, context) => new StringValue(WithoutNewlines(Text(input, context), "")),
        ["newline_to_br"] = static (input, _, context) => new StringValue(WithoutNewlines(Text(input, context), "<br />\n")),
        ["replace"] = static (input, arguments, context) => Replace(input, arguments.Text(0, context), arguments.Text(1, context), context),
        ["remove"] = static (input, arguments, context) => Replace(input, arguments.Text(0, context), "", context),
        ["replace_first"] = static (input, arguments, context) => ReplaceOne(input, arguments.Text(0, context), arguments.Text(1, context), isLast: false, context),
        ["remove_first"] = static (input, arguments, context) => ReplaceOne(input, arguments.Text(0, context), "", isLast: false, context),
        ["replace_last"] = static (input, arguments, context) => ReplaceOne(input, arguments.Text(0, context), arguments.Text(1, context), isLast: true, context),
        ["remove_last"] = static (input, arguments, context) => ReplaceOne(input, arguments.Text(0, context), "", isLast: true, context),
        ["slice"] = Slice,
        ["truncate"] = Truncate,
        ["split"] = Split,
    };

    private static StringValue Join(string first, string second, LiquidContext context)
    {
        LiquidBudgetException.ThrowIfTooLong((long)first.Length + second.Length);
        return new StringValue(first + second);
    }

    private static string Capitalize(string text)
    {
        if (text.Length == 0) return text;
        var first = StringInfo.GetNextTextElementLength(text);
        return text[..first].ToUpperInvariant() + text[first..].ToLowerInvariant();
    }

    private static string WithoutNewlines(string text, string replacement) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", replacement, StringComparison.Ordinal);

    // Nothing is between all letters, too.
    private static StringValue Replace(FluidValue input, string wanted, string replacement, LiquidContext context)
    {
        var text = Text(input, context);
        var times = wanted.Length == 0 ? text.Length + 1 : text.AsSpan().Count(wanted);
        LiquidBudgetException.ThrowIfTooLong(text.Length + ((long)times * Math.Max(0, replacement.Length - wanted.Length)));
        if (wanted.Length > 0) return new StringValue(text.Replace(wanted, replacement, StringComparison.Ordinal));
        var made = new StringBuilder(replacement);
        foreach (var rune in text.EnumerateRunes()) made.Append(rune.ToString()).Append(replacement);
        return new StringValue(made.ToString());
    }

    private static StringValue ReplaceOne(FluidValue input, string wanted, string replacement, bool isLast, LiquidContext context)
    {
        var text = Text(input, context);
        var at = isLast ? text.LastIndexOf(wanted, StringComparison.Ordinal) : text.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? new StringValue(text) : new StringValue(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + wanted.Length)));
    }

    private static FluidValue Slice(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var (offset, length) = (RubyNumber.Needed(arguments.At(0)), arguments.Has(1) ? RubyNumber.Needed(arguments.At(1)) : 1);
        if (input is ArrayValue list)
        {
            return Bounds(list.Values.Count, offset, length) is var (from, to) ? new ArrayValue([.. list.Values.Skip(from).Take(to - from)]) : ArrayValue.Empty;
        }

        var text = Text(input, context);
        if (Bounds(RubyString.Length(text), offset, length) is not var (start, end)) return StringValue.Empty;
        return new StringValue(text[RubyString.IndexOfCodePoint(text, start)..RubyString.IndexOfCodePoint(text, end)]);
    }

    private static (int From, int To)? Bounds(int count, long offset, long length)
    {
        if (offset < 0) offset += count;
        return offset < 0 || offset > count || length < 0 ? null : ((int)offset, (int)Math.Min(count, offset + length));
    }

    private static FluidValue Truncate(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (input is BaseNilValue) return input;
        var text = Text(input, context);
        var length = arguments.Count > 0 ? RubyNumber.Needed(arguments.At(0)) : 50;
        var ending = arguments.Count > 1 ? arguments.Text(1, context) : "...";
        if (RubyString.Length(text) <= length) return new StringValue(text);
        var kept = Math.Max(0, length - RubyString.Length(ending));
        return new StringValue(string.Concat(text.AsSpan(0, RubyString.IndexOfCodePoint(text, kept)), ending));
    }

    private static ArrayValue Split(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var (text, separator) = (Text(input, context), arguments.Text(0, context));
        var most = separator.Length == 0 ? text.Length : text.AsSpan().Count(separator);
        LiquidBudgetException.ThrowIfTooMany(most);
        return new ArrayValue([.. RubyString.Split(text, separator).Select(part => new StringValue(part))]);
    }
}

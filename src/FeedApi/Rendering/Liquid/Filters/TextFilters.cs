using System.Text.RegularExpressions;
using FeedApi.Content;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Filters;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that cut, join, count and replace texts.</summary>
internal static partial class TextFilters
{
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["append"] = OwnOfTexts(StringFilters.Append),
        ["prepend"] = OwnOfTexts(StringFilters.Prepend),
        ["upcase"] = OwnOfTexts(StringFilters.Upcase),
        ["downcase"] = OwnOfTexts(StringFilters.Downcase),
        ["capitalize"] = OfText(text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant()),
        ["strip"] = OwnOfTexts(StringFilters.Strip),
        ["lstrip"] = OwnOfTexts(StringFilters.LStrip),
        ["rstrip"] = OwnOfTexts(StringFilters.RStrip),
        ["strip_newlines"] = OwnOfTexts(StringFilters.StripNewLines),
        ["newline_to_br"] = OfText(text => text.ReplaceLineEndings("\n").Replace("\n", "<br />\n", StringComparison.Ordinal)),
        ["normalize_whitespace"] = OfText(text => string.Join(' ', RubyText.Words(text))),
        ["replace"] = (input, arguments, context) => Replace(input, arguments.Text(0, context), arguments.Text(1, context), context),
        ["remove"] = (input, arguments, context) => Replace(input, arguments.Text(0, context), "", context),
        ["replace_first"] = OwnOfTexts(StringFilters.ReplaceFirst),
        ["remove_first"] = (input, arguments, context) => OwnOfTexts(StringFilters.ReplaceFirst)(input, new FilterArguments(arguments.At(0)), context),
        ["replace_last"] = OwnOfTexts(StringFilters.ReplaceLast),
        ["remove_last"] = (input, arguments, context) => OwnOfTexts(StringFilters.ReplaceLast)(input, new FilterArguments(arguments.At(0)), context),
        ["split"] = (input, arguments, context) => new ArrayValue([.. RubyText.Split(RubyText.Of(input, context), arguments.Text(0, context)).Select(part => new StringValue(part))]),
        ["slice"] = (input, arguments, context) => input is ArrayValue ? Own(StringFilters.Slice)(input, arguments, context) : CleanOf(StringFilters.Slice)(input, arguments, context),
        ["truncate"] = CleanOf(StringFilters.Truncate),
        ["truncatewords"] = TruncateWords,
        ["number_of_words"] = (input, arguments, context) => NumberValue.Create(CountWords(RubyText.Of(input, context), arguments.Text(0, context))),
        ["markdownify"] = (input, _, context) => new StringValue(Markdown(RubyText.Of(input, context), context)),
        ["smartify"] = (input, _, context) => new StringValue(Paragraph().Replace(Markdown(RubyText.Of(input, context), context), "$1")),
        ["strip_html"] = OfText(html => Without(Without(Without(Without(html, "<script", "</script>"), "<!--", "-->"), "<style", "</style>"), "<", ">")),
    };

    private static StringValue Replace(FluidValue input, string wanted, string replacement, LiquidContext context)
    {
        var text = RubyText.Of(input, context);
        if (wanted.Length == 0) return new StringValue(text);
        LiquidBudgetException.ThrowIfTooLong(text.Length + ((long)text.AsSpan().Count(wanted) * (replacement.Length - wanted.Length)));
        return new StringValue(text.Replace(wanted, replacement, StringComparison.Ordinal));
    }

    private static FluidValue TruncateWords(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (input is BaseNilValue) return input;
        var (text, length) = (RubyText.Of(input, context), Math.Max(1, arguments.Count > 0 ? RubyText.Whole(arguments.At(0)) : 15));
        var words = RubyText.Words(text);
        return new StringValue(words.Length <= length ? text : string.Join(' ', words[..length]) + (arguments.Count > 1 ? arguments.Text(1, context) : "..."));
    }

    // cjk: each Chinese, Japanese or Korean letter is a word; auto: if there are any.
    private static int CountWords(string text, string mode) =>
        mode == "cjk" || (mode == "auto" && CjkLetter().IsMatch(text)) ? CjkLetter().Count(text) + RubyText.Words(CjkLetter().Replace(text, " ")).Length : RubyText.Words(text).Length;

    private static string Markdown(string text, LiquidContext context)
    {
        context.Spend(1_000 + ((long)text.Length * LiquidLimits.MarkdownStepsPerChar));
        return context.Files.Markdown(text);
    }

    // As Ruby's Liquid strips HTML: by its brackets. What has no end stays.
    private static string Without(string text, string open, string close)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var at = 0;
        for (var start = text.IndexOf(open, StringComparison.Ordinal); start >= 0; start = text.IndexOf(open, at, StringComparison.Ordinal))
        {
            var end = text.IndexOf(close, start + open.Length, StringComparison.Ordinal);
            if (end < 0) break;
            kept.Append(text, at, start - at);
            at = end + close.Length;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"^<p>((?:.|\n)*)</p>\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Paragraph();

    // Han, Hiragana, Katakana, Hangul.
    [GeneratedRegex(@"[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufad9\u2e80-\u2fd5々〇\u3021-\u3029\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\uff66-\uff9d\u1100-\u11ff\u3131-\u318e\uac00-\ud7fb]|[\ud840-\ud888][\udc00-\udfff]", RegexOptions.NonBacktracking)]
    private static partial Regex CjkLetter();
}

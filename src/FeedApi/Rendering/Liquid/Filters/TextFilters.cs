using System.Text.RegularExpressions;
using FeedApi.Model.Text;
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
        ["upcase"] = OfText(RubyCase.Upper),
        ["downcase"] = OwnOfTexts(StringFilters.Downcase),
        ["capitalize"] = OfText(RubyCase.Capitalize),
        ["strip"] = OwnOfTexts(StringFilters.Strip),
        ["lstrip"] = OwnOfTexts(StringFilters.LStrip),
        ["rstrip"] = OwnOfTexts(StringFilters.RStrip),
        ["strip_newlines"] = OwnOfTexts(StringFilters.StripNewLines),
        ["newline_to_br"] = OfText(text => text.ReplaceLineEndings("<br />\n")),
        ["normalize_whitespace"] = OfText(text => string.Join(' ', RubyText.Words(text))),
        ["replace"] = call => Replace(call, call.TextAt(1)),
        ["remove"] = call => Replace(call, ""),
        ["replace_first"] = OwnOfTexts(StringFilters.ReplaceFirst),
        ["remove_first"] = call => OwnOfTexts(StringFilters.ReplaceFirst)(call with { Arguments = new FilterArguments(call.At(0)) }),
        ["replace_last"] = OwnOfTexts(StringFilters.ReplaceLast),
        ["remove_last"] = call => OwnOfTexts(StringFilters.ReplaceLast)(call with { Arguments = new FilterArguments(call.At(0)) }),
        ["split"] = call => new ArrayValue([.. RubyText.Split(call.Text, call.TextAt(0)).Select(part => new StringValue(part))]),
        ["slice"] = call => call.Input is ArrayValue ? Own(StringFilters.Slice)(call) : OwnOfTexts(StringFilters.Slice)(call),
        ["truncate"] = OwnOfTexts(StringFilters.Truncate),
        ["truncatewords"] = call => new StringValue(TruncateWords(call.Text, Math.Max(1, call.WholeAt(0, 15)), call.TextAt(1, "..."))),
        ["number_of_words"] = call => NumberValue.Create(CountWords(call.Text, call.TextAt(0))),
        ["markdownify"] = call => new StringValue(Markdown(call)),
        ["smartify"] = call => new StringValue(Paragraph().Replace(Markdown(call), "$1")),
        ["strip_html"] = OfText(html => HtmlTag().Replace(HtmlBlock().Replace(html, ""), "")),
    };

    private static StringValue Replace(FilterCall call, string replacement)
    {
        var (text, wanted) = (call.Text, call.TextAt(0));
        if (wanted.Length == 0) return new StringValue(text);
        LiquidBudgetException.ThrowIfTooLong(text.Length + ((long)text.AsSpan().Count(wanted) * (replacement.Length - wanted.Length)));
        return new StringValue(text.Replace(wanted, replacement, StringComparison.Ordinal));
    }

    // Fluid's own adds the ending even to a text with exactly that many words.
    private static string TruncateWords(string text, int length, string ending) =>
        RubyText.Words(text) is var words && words.Length <= length ? text : string.Join(' ', words[..length]) + ending;

    // cjk: each Chinese, Japanese or Korean character is a word; auto: the same, if there are any.
    private static int CountWords(string text, string mode)
    {
        var letters = mode is "cjk" or "auto" ? CjkLetter().Count(text) : 0;
        return letters + RubyText.Words(letters > 0 ? CjkLetter().Replace(text, " ") : text).Length;
    }

    private static string Markdown(FilterCall call)
    {
        call.Context.Spend(1_000 + ((long)call.Text.Length * LiquidLimits.MarkdownStepsPerChar));
        return call.Context.Files.Markdown(call.Text);
    }

    // As in Ruby's Liquid, HTML is stripped by its brackets; an unclosed tag stays.
    [GeneratedRegex(@"<script[\s\S]*?</script>|<!--[\s\S]*?-->|<style[\s\S]*?</style>", RegexOptions.NonBacktracking)]
    private static partial Regex HtmlBlock();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"^<p>((?:.|\n)*)</p>\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Paragraph();

    // Han (supplementary planes as surrogate pairs), Hiragana, Katakana, Hangul.
    [GeneratedRegex(@"[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufad9々〇\u3041-\u30fa\u30fd-\u30ff\uac00-\ud7fb]|[\ud840-\ud888].")]
    private static partial Regex CjkLetter();
}

using System.Text;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;
using static FeedApi.Rendering.Liquid.Filters.LiquidFilters;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Filters that look at words and white space.</summary>
internal static class WordFilters
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, LiquidFilter> All { get; } = new Dictionary<string, LiquidFilter>(StringComparer.Ordinal)
    {
        ["truncatewords"] = TruncateWords,
        ["number_of_words"] = static (input, arguments, context) => NumberValue.Create(CountWords(SlowText(input, context), arguments.Text(0, context))),
        ["normalize_whitespace"] = static (input, _, context) => new StringValue(string.Join(' ', RubyString.Words(Text(input, context)))),
        ["array_to_sentence_string"] = Sentence,
    };

    private static FluidValue TruncateWords(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        if (input is BaseNilValue) return input;
        var text = Text(input, context);
        var most = Math.Max(1, arguments.Count > 0 ? RubyNumber.Needed(arguments.At(0)) : 15);
        var words = RubyString.Words(text);
        return new StringValue(words.Length <= most ? text : string.Join(' ', words[..most]) + (arguments.Count > 1 ? arguments.Text(1, context) : "..."));
    }

    // cjk: each Chinese, Japanese or Korean letter is a word; auto: if there are any.
    private static int CountWords(string text, string mode)
    {
        if (mode is not ("cjk" or "auto")) return RubyString.Words(text).Length;
        var (letters, runs, isInRun) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isCjk = IsCjk(rune.Value);
            var isWord = !isCjk && !(rune.IsAscii && RubyString.IsWhiteSpace((char)rune.Value));
            if (isCjk) letters++;
            if (isWord && !isInRun) runs++;
            isInRun = isWord;
        }

        return mode == "auto" && letters == 0 ? RubyString.Words(text).Length : letters + runs;
    }

    // Han, Hiragana, Katakana, Hangul.
    private static bool IsCjk(int letter) => letter is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF)
        or (>= 0xF900 and <= 0xFAD9) or (>= 0x2E80 and <= 0x2FD5) or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3041 and <= 0x3096)
        or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D)
        or (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xD7B0 and <= 0xD7FB);

    private static StringValue Sentence(FluidValue input, FilterArguments arguments, LiquidContext context)
    {
        var items = ListFilters.Items(input, context).Select(item => RubyText.Output(item, context)).ToArray();
        var word = arguments.Has(0) ? arguments.Text(0, context) : "and";
        var text = new StringBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) text.Append(i < items.Length - 1 ? ", " : items.Length == 2 ? $" {word} " : $", {word} ");
            text.Append(items[i]);
            LiquidBudgetException.ThrowIfTooLong(text.Length);
        }

        return new StringValue(text.ToString());
    }
}

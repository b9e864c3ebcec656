using System.Net;
using FeedApi.Kramdown;
using FeedApi.Model;

namespace FeedApi.Site.Settings;

/// <summary>Reads <c>markdown</c> and <c>kramdown</c> of <c>_config.yml</c>.</summary>
internal static class KramdownSettingsReader
{
    private static readonly string[] SymbolNames = ["hellip", "mdash", "ndash", "laquo", "raquo", "laquo_space", "raquo_space"];

    /// <summary>Reads the options; null when <c>markdown</c> names another renderer than kramdown.</summary>
    /// <exception cref="SiteConfigException">A value is wrong.</exception>
    public static KramdownOptions? Read(SiteYaml config)
    {
        if (!string.Equals(config.Text("markdown") ?? "kramdown", "kramdown", StringComparison.OrdinalIgnoreCase)) return null;
        if (config.Section("kramdown") is not { } section) return KramdownOptions.Jekyll;
        var isGfm = string.Equals(section.Text("input") ?? "GFM", "GFM", StringComparison.OrdinalIgnoreCase);
        return KramdownOptions.Jekyll with
        {
            Input = isGfm ? KramdownInput.Gfm : KramdownInput.Kramdown,
            GfmQuirks = QuirksOf(section),
            HardWrap = section.Claim("hard_wrap", unset: false),
            AutoIds = section.Claim("auto_ids", unset: true),
            AutoIdPrefix = section.Text("auto_id_prefix") ?? "",
            AutoIdStripping = section.Claim("auto_id_stripping", unset: false),
            TocLevels = LevelsOf(section),
            FirstFootnoteNumber = section.Number("footnote_nr", 0, 1_000_000) ?? 1,
            FootnoteBacklink = section.Find("footnote_backlink") is not ConfigScalar { Text: "" },
            SmartQuotes = QuotesOf(section),
            TypographicSymbols = SymbolsOf(section),
            ParseBlockHtml = section.Claim("parse_block_html", unset: false),
            ParseSpanHtml = section.Claim("parse_span_html", unset: true),
        };
    }

    private static KramdownGfmQuirks QuirksOf(SiteYaml section)
    {
        if (section.Find("gfm_quirks") is null) return KramdownGfmQuirks.ParagraphEnd;
        var names = section.Words("gfm_quirks");
        return (names.Contains("paragraph_end") ? KramdownGfmQuirks.ParagraphEnd : KramdownGfmQuirks.None)
            | (names.Contains("no_auto_typographic") ? KramdownGfmQuirks.NoAutoTypographic : KramdownGfmQuirks.None);
    }

    // 1..3, "1,2,3" or a list.
    private static int[] LevelsOf(SiteYaml section)
    {
        if (section.Find("toc_levels") is null) return [1, 2, 3, 4, 5, 6];
        var range = section.Find("toc_levels") is ConfigScalar { Text: { Length: 4 } text } ? text : "";
        if (range.Length > 0 && range[1..3] == ".." && IsLevel(range[..1]) && IsLevel(range[3..]))
            return [.. Enumerable.Range(1, 6).Where(level => level >= range[0] - '0' && level <= range[3] - '0')];
        var words = section.Words("toc_levels");
        return words.Count > 0 && words.All(IsLevel) ? [.. words.Select(word => word[0] - '0')]
            : throw section.Wrong("toc_levels", "levels such as 1..3 or 2,3");
    }

    private static bool IsLevel(string text) => text.Length == 1 && text[0] is >= '1' and <= '6';

    private static QuotationMarks QuotesOf(SiteYaml section)
    {
        var names = section.Words("smart_quotes");
        if (names.Count == 0) return QuotationMarks.Curly;
        var marks = names.Select(MarkOf).OfType<string>().ToArray();
        return names.Count == 4 && marks.Length == 4 ? new QuotationMarks(marks[0], marks[1], marks[2], marks[3])
            : throw section.Wrong("smart_quotes", "four names or numbers of characters, such as apos,apos,quot,quot");
    }

    private static string? MarkOf(string name)
    {
        var entity = char.IsAsciiDigit(name[0]) ? $"&#{name};" : $"&{name};";
        return WebUtility.HtmlDecode(entity) is var mark && mark != entity ? mark : null;
    }

    private static Dictionary<string, string> SymbolsOf(SiteYaml section)
    {
        var symbols = new Dictionary<string, string>(StringComparer.Ordinal);
        if (section.Section("typographic_symbols") is not { } written) return symbols;
        foreach (var name in SymbolNames)
        {
            if (written.Find(name) is ConfigScalar symbol) symbols[name] = symbol.Text;
        }

        return symbols;
    }
}

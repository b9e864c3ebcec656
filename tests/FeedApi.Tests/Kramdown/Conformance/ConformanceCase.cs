using System.Net;
using System.Text.Json;
using FeedApi.Kramdown;

namespace FeedApi.Tests.Kramdown.Conformance;

/// <summary>A snippet and what kramdown itself makes of it. <c>cases.rb</c> writes the HTML.</summary>
/// <param name="Feature">A row of the library's table of features.</param>
/// <param name="Markdown">The snippet.</param>
/// <param name="Options">kramdown's options where they are not those of a Jekyll site; or null.</param>
/// <param name="Html">kramdown's HTML.</param>
/// <param name="Difference">Why the library's HTML is another; null when it is not.</param>
public sealed record ConformanceCase(
    string Feature, string Markdown, Dictionary<string, JsonElement>? Options, string Html, string? Difference)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<ConformanceCase> ReadAll()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Kramdown", "Conformance", "cases.json");
        return JsonSerializer.Deserialize<ConformanceCase[]>(File.ReadAllText(path), Json)!;
    }

    public KramdownOptions KramdownOptions() => (Options ?? []).Aggregate(FeedApi.Kramdown.KramdownOptions.Jekyll, With);

    private static KramdownOptions With(KramdownOptions options, KeyValuePair<string, JsonElement> option) => option.Key switch
    {
        "input" => options with { Input = option.Value.GetString() == "GFM" ? KramdownInput.Gfm : KramdownInput.Kramdown },
        "gfm_quirks" => options with { GfmQuirks = QuirksOf(option.Value) },
        "hard_wrap" => options with { HardWrap = option.Value.GetBoolean() },
        "auto_ids" => options with { AutoIds = option.Value.GetBoolean() },
        "auto_id_prefix" => options with { AutoIdPrefix = option.Value.GetString()! },
        "auto_id_stripping" => options with { AutoIdStripping = option.Value.GetBoolean() },
        "toc_levels" => options with { TocLevels = [.. option.Value.EnumerateArray().Select(level => level.GetInt32())] },
        "footnote_nr" => options with { FirstFootnoteNumber = option.Value.GetInt32() },
        "footnote_backlink" => options with { FootnoteBacklink = option.Value.GetString() != "" },
        "smart_quotes" => options with { SmartQuotes = QuotesOf(option.Value.GetString()!) },
        "typographic_symbols" => options with { TypographicSymbols = option.Value.Deserialize<Dictionary<string, string>>()! },
        "parse_block_html" => options with { ParseBlockHtml = option.Value.GetBoolean() },
        "parse_span_html" => options with { ParseSpanHtml = option.Value.GetBoolean() },
        _ => throw new ArgumentException($"The library has no option {option.Key}.", nameof(option)),
    };

    private static KramdownGfmQuirks QuirksOf(JsonElement names) =>
        names.EnumerateArray().Aggregate(KramdownGfmQuirks.None, (quirks, name) => quirks | QuirkOf(name.GetString()));

    private static KramdownGfmQuirks QuirkOf(string? name) =>
        name == "paragraph_end" ? KramdownGfmQuirks.ParagraphEnd : KramdownGfmQuirks.NoAutoTypographic;

    private static QuotationMarks QuotesOf(string names)
    {
        var entities = names.Split(',').Select(name => char.IsAsciiDigit(name[0]) ? $"&#{name};" : $"&{name};");
        var marks = entities.Select(entity => WebUtility.HtmlDecode(entity)).ToArray();
        return new QuotationMarks(marks[0], marks[1], marks[2], marks[3]);
    }
}

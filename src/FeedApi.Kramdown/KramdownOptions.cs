namespace FeedApi.Kramdown;

/// <summary>Options of the parser. The defaults are those of kramdown itself; those of a Jekyll site are <see cref="Jekyll"/>.</summary>
/// <remarks>
/// Immutable and safe to share between threads. The options, their names and their defaults were checked against kramdown 2.4.0 and
/// kramdown-parser-gfm 1.1.0. A document can override <see cref="AutoIds"/>, <see cref="ParseBlockHtml"/> and
/// <see cref="ParseSpanHtml"/> with <c>{::options key="value" /}</c>.
/// </remarks>
public sealed record KramdownOptions
{
    /// <summary>The defaults of kramdown with <c>input: GFM</c>: GitHub's dialect with every line break kept.</summary>
    public static KramdownOptions Gfm { get; } = new() { Input = KramdownInput.Gfm };

    /// <summary>The defaults of a Jekyll site: GitHub's dialect without hard line breaks.</summary>
    /// <remarks>Checked against Jekyll 4.3.1, which sets <c>input: GFM</c> and <c>hard_wrap: false</c>.</remarks>
    public static KramdownOptions Jekyll { get; } = Gfm with { HardWrap = false };

    /// <summary>kramdown's <c>input</c>: the dialect. Default: <see cref="KramdownInput.Kramdown"/>.</summary>
    public KramdownInput Input { get; init; } = KramdownInput.Kramdown;

    /// <summary>The GFM parser's <c>gfm_quirks</c>. Default: <see cref="KramdownGfmQuirks.ParagraphEnd"/>.</summary>
    /// <remarks>Without effect on kramdown's own dialect.</remarks>
    public KramdownGfmQuirks GfmQuirks { get; init; } = KramdownGfmQuirks.ParagraphEnd;

    /// <summary>The GFM parser's <c>hard_wrap</c>: every line break of a paragraph is a line break in HTML. Default: true.</summary>
    /// <remarks>Without effect on kramdown's own dialect.</remarks>
    public bool HardWrap { get; init; } = true;

    /// <summary>kramdown's <c>auto_ids</c>: headings without an id get one made from their text. Default: true.</summary>
    public bool AutoIds { get; init; } = true;

    /// <summary>kramdown's <c>auto_id_prefix</c>: the prefix of such ids. Default: empty.</summary>
    public string AutoIdPrefix { get; init; } = "";

    /// <summary>kramdown's <c>auto_id_stripping</c>: such ids are made without the markup in a heading. Default: false.</summary>
    /// <remarks>In GitHub's dialect they always are.</remarks>
    public bool AutoIdStripping { get; init; }

    /// <summary>kramdown's <c>toc_levels</c>: the levels of headings, 1 to 6, that a table of contents lists. Default: all six.</summary>
    public IReadOnlyList<int> TocLevels { get; init; } = [1, 2, 3, 4, 5, 6];

    /// <summary>kramdown's <c>footnote_nr</c>: the number of the first footnote. Default: 1.</summary>
    public int FirstFootnoteNumber { get; init; } = 1;

    /// <summary>Whether an arrow links from a footnote back to the text. Default: true.</summary>
    /// <remarks>False is kramdown's empty <c>footnote_backlink</c>; a text other than its default arrow cannot be set.</remarks>
    public bool FootnoteBacklink { get; init; } = true;

    /// <summary>kramdown's <c>smart_quotes</c>: the replacements of straight quotes. Default: <see cref="QuotationMarks.Curly"/>.</summary>
    public QuotationMarks SmartQuotes { get; init; } = QuotationMarks.Curly;

    /// <summary>
    /// kramdown's <c>typographic_symbols</c>: replacements for dashes, ellipses and guillemets by kramdown's names (<c>hellip</c>,
    /// <c>mdash</c>, <c>ndash</c>, <c>laquo</c>, <c>raquo</c>, <c>laquo_space</c>, <c>raquo_space</c>); symbols without an entry keep
    /// their default. Default: empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> TypographicSymbols { get; init; } = new Dictionary<string, string>();

    /// <summary>kramdown's <c>parse_block_html</c>: the content of HTML blocks is Markdown. Default: false.</summary>
    public bool ParseBlockHtml { get; init; }

    /// <summary>kramdown's <c>parse_span_html</c>: the content of inline HTML elements is Markdown. Default: true.</summary>
    public bool ParseSpanHtml { get; init; } = true;

    /// <summary>The limits for parsing one document; not an option of kramdown. Default: <see cref="KramdownLimits.Default"/>.</summary>
    public KramdownLimits Limits { get; init; } = KramdownLimits.Default;

    internal bool IsGfm => Input == KramdownInput.Gfm;

    internal bool EndsParagraphs => IsGfm && GfmQuirks.HasFlag(KramdownGfmQuirks.ParagraphEnd);

    internal bool HasTypography => !IsGfm || !GfmQuirks.HasFlag(KramdownGfmQuirks.NoAutoTypographic);

    internal bool IsHardWrapped => IsGfm && HardWrap;

    internal bool StripsIds => IsGfm || AutoIdStripping;
}

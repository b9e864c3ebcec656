namespace FeedApi.Site.Settings;

/// <summary>How the Markdown of a Jekyll site is read: the section <c>kramdown</c> of <c>_config.yml</c>, with Jekyll's defaults.</summary>
public sealed record KramdownSettings
{
    /// <summary>True for GitHub's dialect, Jekyll's default (<c>input: GFM</c>); false for kramdown's own.</summary>
    public bool IsGfm { get; init; } = true;

    /// <summary>True when a heading, list, quote or code needs no blank line after a paragraph (<c>gfm_quirks: paragraph_end</c>).</summary>
    public bool EndsParagraphs { get; init; } = true;

    /// <summary>False keeps hyphens, dots and angle brackets as they are (<c>gfm_quirks: no_auto_typographic</c>).</summary>
    public bool HasTypography { get; init; } = true;

    /// <summary>True when every line of a paragraph is one in HTML (<c>hard_wrap</c>; GitHub's dialect only).</summary>
    public bool IsHardWrapped { get; init; }

    /// <summary>True when headings get ids (<c>auto_ids</c>).</summary>
    public bool HasIds { get; init; } = true;

    /// <summary>What such ids begin with (<c>auto_id_prefix</c>).</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>True when such ids leave markup out (<c>auto_id_stripping</c>; in GitHub's dialect they always do).</summary>
    public bool StripsIds { get; init; } = true;

    /// <summary>The levels of headings in a table of contents (<c>toc_levels</c>).</summary>
    public IReadOnlyList<int> ContentsLevels { get; init; } = [1, 2, 3, 4, 5, 6];

    /// <summary>The number of the first footnote (<c>footnote_nr</c>).</summary>
    public int FirstFootnote { get; init; } = 1;

    /// <summary>False when no arrow leads back from a footnote (an empty <c>footnote_backlink</c>).</summary>
    public bool HasFootnoteArrows { get; init; } = true;

    /// <summary>What straight quotation marks become (<c>smart_quotes</c>).</summary>
    public QuotationMarks Quotes { get; init; } = QuotationMarks.Curly;

    /// <summary>What dashes, dots and guillemets become, by kramdown's names, where it is not the defaultValue (<c>typographic_symbols</c>).</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; init; } = new Dictionary<string, string>();

    /// <summary>True when the content of HTML blocks is Markdown (<c>parse_block_html</c>).</summary>
    public bool ParsesBlockHtml { get; init; }

    /// <summary>False when the content of HTML in text is not (<c>parse_span_html</c>).</summary>
    public bool ParsesSpanHtml { get; init; } = true;
}

/// <summary>Quotation marks.</summary>
/// <param name="LeftSingle">Opens inside others.</param>
/// <param name="RightSingle">Closes them; the apostrophe.</param>
/// <param name="LeftDouble">Opens.</param>
/// <param name="RightDouble">Closes.</param>
public sealed record QuotationMarks(string LeftSingle, string RightSingle, string LeftDouble, string RightDouble)
{
    /// <summary>Those of English.</summary>
    public static QuotationMarks Curly { get; } = new("\u2018", "\u2019", "\u201c", "\u201d");

    /// <summary>One of them.</summary>
    public string Of(bool isDouble, bool isOpening) => (isDouble, isOpening) switch
    {
        (true, true) => LeftDouble,
        (true, false) => RightDouble,
        (false, true) => LeftSingle,
        (false, false) => RightSingle,
    };
}

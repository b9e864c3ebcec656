namespace FeedApi.Kramdown;

/// <summary>The dialects that kramdown reads.</summary>
public enum KramdownInput
{
    /// <summary>kramdown's own.</summary>
    Kramdown,

    /// <summary>GitHub Flavored Markdown as the gem kramdown-parser-gfm reads it, which is what Jekyll uses.</summary>
    Gfm,
}

/// <summary>What kramdown-parser-gfm may do as GitHub does: its option <c>gfm_quirks</c>.</summary>
[Flags]
public enum KramdownGfmQuirks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>paragraph_end</c>: a heading, list, quote or fenced code block needs no blank line after a paragraph.</summary>
    ParagraphEnd = 1,

    /// <summary><c>no_auto_typographic</c>: hyphens, dots and angle brackets stay as they are.</summary>
    NoAutoTypographic = 2,
}

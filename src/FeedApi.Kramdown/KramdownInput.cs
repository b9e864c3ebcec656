namespace FeedApi.Kramdown;

/// <summary>The dialects that kramdown reads.</summary>
public enum KramdownInput
{
    /// <summary>kramdown's own dialect.</summary>
    Kramdown,

    /// <summary>GitHub Flavored Markdown as parsed by the gem kramdown-parser-gfm, Jekyll's default.</summary>
    Gfm,
}

/// <summary>The behaviours of GitHub that kramdown-parser-gfm can adopt: its option <c>gfm_quirks</c>.</summary>
[Flags]
public enum KramdownGfmQuirks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>paragraph_end</c>: a heading, list, quote or fenced code block needs no blank line after a paragraph.</summary>
    ParagraphEnd = 1,

    /// <summary><c>no_auto_typographic</c>: hyphens, dots and angle brackets are not replaced.</summary>
    NoAutoTypographic = 2,
}

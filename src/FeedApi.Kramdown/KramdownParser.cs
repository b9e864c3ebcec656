using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Completion;
using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown;

/// <summary>Parses Markdown by the rules of kramdown and its GFM parser into Markdig's syntax tree.</summary>
/// <remarks>
/// Thread-safe. A renderer with <see cref="KramdownRenderers"/> writes the tree. Lines end in LF, CR LF or CR. Checked against
/// kramdown 2.4.0 and kramdown-parser-gfm 1.1.0; the README lists the differences.
/// </remarks>
public static class KramdownParser
{
    /// <summary>Parses a document.</summary>
    /// <param name="markdown">The source. Markdig's renderer throws for a lone surrogate in an address.</param>
    /// <param name="options">The options; kramdown's defaults when null.</param>
    /// <returns>
    /// The tree. Only blocks that are children of the document have their line; HTML elements and formulas are nodes of types that only
    /// <see cref="KramdownRenderers"/> supports.
    /// </returns>
    /// <exception cref="KramdownLimitException">The document exceeds <see cref="KramdownOptions.Limits"/>.</exception>
    public static MarkdownDocument Parse(string markdown, KramdownOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return Parse(markdown, new ParseState(options ?? new KramdownOptions()));
    }

    internal static MarkdownDocument Parse(string markdown, ParseState state)
    {
        var document = new MarkdownDocument();
        var text = markdown.Contains('\r', StringComparison.Ordinal) ? markdown.ReplaceLineEndings("\n") : markdown;
        new BlockReader(state).Read(document, text.EndsWith('\n') ? text : text + "\n");
        new DocumentCompletion(state).Complete(document);
        return document;
    }
}

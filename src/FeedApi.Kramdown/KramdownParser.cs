using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Completion;
using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown;

/// <summary>Reads Markdown by the rules of kramdown and its GFM parser into Markdig's tree, which a renderer with <see cref="KramdownRenderers"/> writes.</summary>
/// <remarks>Thread-safe. Lines end in LF, CR LF or CR.</remarks>
public static class KramdownParser
{
    /// <summary>Reads a document.</summary>
    /// <param name="markdown">The source. A character that stands for nothing, such as half of a surrogate pair in an address, is not taken out; Markdig's renderer throws for it.</param>
    /// <param name="options">How it is read; kramdown's defaults when null.</param>
    /// <returns>
    /// The tree. A block carries its line only when it is a child of the document; nodes of kramdown's own (HTML elements, formulas) are of types that
    /// only <see cref="KramdownRenderers"/> knows.
    /// </returns>
    /// <exception cref="KramdownLimitException">Reading costs more than <see cref="KramdownOptions.Limits"/> allow.</exception>
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
